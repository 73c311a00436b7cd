<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US" sourcelanguage="en_US">
<context>
    <name></name>
    <message numerus="yes">
        <source>{asked} asked, {finished} finished; %n tiles wait</source>
        <translation>
            <numerusform>{asked} asked, {finished} finished; %n tile waits</numerusform>
            <numerusform>{asked} asked, {finished} finished; %n tiles wait</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{name} is trained: %Ln steps.</source>
        <translation>
            <numerusform>{name} is trained: %Ln step.</numerusform>
            <numerusform>{name} is trained: %Ln steps.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{name} has stopped after %Ln steps; it can go on from there.</source>
        <translation>
            <numerusform>{name} has stopped after %Ln step; it can go on from there.</numerusform>
            <numerusform>{name} has stopped after %Ln steps; it can go on from there.</numerusform>
        </translation>
    </message>
</context>
</TS>
