; Inno Setup: iscc /DVersion=0.1.0 /DBundle=OUT\dist\unpixel packaging\windows\unpixel.iss
#ifndef Version
  #error give /DVersion
#endif

[Setup]
AppId=app.unpixel.Unpixel
AppName=Unpixel
AppVersion={#Version}
DefaultDirName={autopf}\Unpixel
DefaultGroupName=Unpixel
PrivilegesRequired=lowest
PrivilegesRequiredOverridesAllowed=dialog
ArchitecturesAllowed=x64compatible
ArchitecturesInstallIn64BitMode=x64compatible
ChangesAssociations=yes
LicenseFile={#Bundle}\LICENCES.txt
OutputBaseFilename=Unpixel-{#Version}-setup
OutputDir={#Bundle}\..
Compression=lzma2
SolidCompression=yes
UninstallDisplayIcon={app}\unpixelw.exe

[InstallDelete]
; an older version's files, when a newer one is installed over it
Type: filesandordirs; Name: "{app}\_internal"

[Files]
Source: "{#Bundle}\*"; DestDir: "{app}"; Flags: recursesubdirs ignoreversion

[Icons]
Name: "{group}\Unpixel"; Filename: "{app}\unpixelw.exe"

[Registry]
Root: HKA; Subkey: "Software\Classes\Applications\unpixelw.exe"; Flags: uninsdeletekey
Root: HKA; Subkey: "Software\Classes\Applications\unpixelw.exe\shell\open\command"; ValueType: string; ValueData: """{app}\unpixelw.exe"" ""%1"""
Root: HKA; Subkey: "Software\Classes\SystemFileAssociations\image\OpenWithList\unpixelw.exe"; ValueType: string; Flags: uninsdeletekey
