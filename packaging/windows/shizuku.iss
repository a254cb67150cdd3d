; Inno Setup 6.3 or later. Made from a bundle that build.py built on Windows:
;   iscc /DBundle=C:\...\dist\shizuku-0.1.0-cpu-windows-amd64 /DVersion=0.1.0 /DVariant=cpu shizuku.iss
; This file is UTF-8 with a byte order mark, for its Japanese texts. What was not run: see README.md.

#ifndef Bundle
  #error Name the bundle: /DBundle=FOLDER
#endif
#ifndef Version
  #error Name the version: /DVersion=0.1.0
#endif
#ifndef Variant
  #define Variant "cpu"
#endif

[Setup]
AppId={{6C0E2F0B-6E57-4E0C-9A1B-5D1B6F0C7A31}
AppName=Shizuku
AppVersion={#Version}
AppVerName=Shizuku {#Version} ({#Variant})
AppPublisher=Shizuku
; Per user, without an administrator; an administrator may install for all with /ALLUSERS.
PrivilegesRequired=lowest
PrivilegesRequiredOverridesAllowed=commandline
DefaultDirName={autopf}\Shizuku
DefaultGroupName=Shizuku
DisableProgramGroupPage=yes
UsePreviousAppDir=yes
ArchitecturesAllowed=x64compatible
ArchitecturesInstallIn64BitMode=x64compatible
MinVersion=10.0.17763
Compression=lzma2/fast
SolidCompression=no
; The CUDA variant is larger than one file may be.
DiskSpanning={#Variant == "cuda" ? "yes" : "no"}
OutputBaseFilename=shizuku-{#Version}-{#Variant}-windows-setup
SetupIconFile=shizuku.ico
UninstallDisplayIcon={app}\Shizuku-window.exe
CloseApplications=yes
RestartApplications=no
ChangesAssociations=yes
ShowLanguageDialog=auto
WizardStyle=modern
SetupLogging=yes

[Languages]
Name: "en"; MessagesFile: "compiler:Default.isl"
Name: "ja"; MessagesFile: "compiler:Languages\Japanese.isl"

[CustomMessages]
en.OpenWith=Open with Shizuku
ja.OpenWith=Shizuku で開く
en.DesktopIcon=Shortcut on the desktop
ja.DesktopIcon=デスクトップにショートカットを作成
en.NoRuntime=The Microsoft Visual C++ runtime (2015-2022, x64, 14.40 or later) is missing. Install VC_redist.x64.exe from Microsoft, or ask your administrator for it, then start this installer again.
ja.NoRuntime=Microsoft Visual C++ ランタイム(2015-2022、x64、14.40 以降)がありません。Microsoft の VC_redist.x64.exe を入れるか管理者に依頼し、もう一度インストーラーを起動してください。
en.LongPath=The folder's path is too long: at most %1 characters. Choose a shorter one, such as C:\Shizuku.
ja.LongPath=フォルダーのパスが長すぎます(%1 文字まで)。C:\Shizuku のような短いフォルダーを選んでください。
en.RemoveSettings=Remove your settings and logs as well? Projects stay in any case.
ja.RemoveSettings=設定とログも削除しますか。プロジェクトはどちらの場合も残ります。

[Tasks]
Name: "desktopicon"; Description: "{cm:DesktopIcon}"; Flags: unchecked

[InstallDelete]
; Files of an earlier version that this one does not have.
Type: filesandordirs; Name: "{app}\_internal"
Type: filesandordirs; Name: "{app}\licences"

[Files]
Source: "{#Bundle}\*"; DestDir: "{app}"; Flags: ignoreversion recursesubdirs createallsubdirs

[Icons]
Name: "{autoprograms}\Shizuku"; Filename: "{app}\Shizuku-window.exe"; AppUserModelID: "Shizuku"
Name: "{autodesktop}\Shizuku"; Filename: "{app}\Shizuku-window.exe"; AppUserModelID: "Shizuku"; Tasks: desktopicon

[Registry]
; A project is a folder named NAME.shizuku: an entry in the menu of such folders only.
Root: HKA; Subkey: "Software\Classes\Directory\shell\Shizuku"; ValueType: string; ValueData: "{cm:OpenWith}"; Flags: uninsdeletekey
Root: HKA; Subkey: "Software\Classes\Directory\shell\Shizuku"; ValueType: string; ValueName: "Icon"; ValueData: """{app}\Shizuku-window.exe"""
Root: HKA; Subkey: "Software\Classes\Directory\shell\Shizuku"; ValueType: string; ValueName: "AppliesTo"; ValueData: "System.FileName:~>"".shizuku"""
Root: HKA; Subkey: "Software\Classes\Directory\shell\Shizuku\command"; ValueType: string; ValueData: """{app}\Shizuku-window.exe"" window ""%1"""

[Run]
Filename: "{app}\Shizuku-window.exe"; Description: "{cm:LaunchProgram,Shizuku}"; Flags: nowait postinstall skipifsilent

[Code]
const
  RuntimeKey = 'SOFTWARE\Microsoft\VisualStudio\14.0\VC\Runtimes\x64';
  LeastMinor = 40;
  // The longest path inside the bundle, with the separator; Windows takes 259 characters in all.
  LongestInside = 170;
  LongestPath = 259;

function HasRuntime: Boolean;
var
  Installed, Major, Minor: Cardinal;
begin
  Result :=
    RegQueryDWordValue(HKLM64, RuntimeKey, 'Installed', Installed) and (Installed = 1) and
    RegQueryDWordValue(HKLM64, RuntimeKey, 'Major', Major) and
    RegQueryDWordValue(HKLM64, RuntimeKey, 'Minor', Minor) and
    ((Major > 14) or ((Major = 14) and (Minor >= LeastMinor)));
end;

function InitializeSetup: Boolean;
begin
  Result := HasRuntime;
  if not Result then
    SuppressibleMsgBox(CustomMessage('NoRuntime'), mbCriticalError, MB_OK, IDOK);
end;

function TooLong(const Folder: String): Boolean;
begin
  Result := Length(Folder) + LongestInside > LongestPath;
end;

function TooLongText: String;
begin
  Result := FmtMessage(CustomMessage('LongPath'), [IntToStr(LongestPath - LongestInside)]);
end;

function NextButtonClick(CurPageID: Integer): Boolean;
begin
  Result := True;
  if (CurPageID = wpSelectDir) and TooLong(WizardDirValue) then
  begin
    SuppressibleMsgBox(TooLongText, mbError, MB_OK, IDOK);
    Result := False;
  end;
end;

// A silent installation shows no page: the same check again, as the reason it ends with.
function PrepareToInstall(var NeedsRestart: Boolean): String;
begin
  Result := '';
  if TooLong(WizardDirValue) then
    Result := TooLongText;
end;

procedure CurUninstallStepChanged(CurUninstallStep: TUninstallStep);
begin
  if CurUninstallStep = usPostUninstall then
    if SuppressibleMsgBox(CustomMessage('RemoveSettings'), mbConfirmation, MB_YESNO, IDYES) = IDYES then
      DelTree(ExpandConstant('{localappdata}\Shizuku'), True, True, True);
end;
