<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US" sourcelanguage="en_US">
<context>
    <name></name>
    <message numerus="yes">
        <source>{asked} requested, {finished} finished; %n tiles waiting</source>
        <translation>
            <numerusform>{asked} requested, {finished} finished; %n tile waiting</numerusform>
            <numerusform>{asked} requested, {finished} finished; %n tiles waiting</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln runs wait for the end of this one.</source>
        <translation>
            <numerusform>%Ln run waits for the end of this one.</numerusform>
            <numerusform>%Ln runs wait for the end of this one.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{name}: training finished after %Ln steps.</source>
        <translation>
            <numerusform>{name}: training finished after %Ln step.</numerusform>
            <numerusform>{name}: training finished after %Ln steps.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{name}: training stopped after %Ln steps; it can be resumed.</source>
        <translation>
            <numerusform>{name}: training stopped after %Ln step; it can be resumed.</numerusform>
            <numerusform>{name}: training stopped after %Ln steps; it can be resumed.</numerusform>
        </translation>
    </message>
</context>
</TS>
