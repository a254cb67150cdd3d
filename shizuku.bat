@echo off
rem Starts Shizuku on Windows, setting it up first where needed; see the script "shizuku".
setlocal EnableExtensions
set "HERE=%~dp0"
set "VENV=%HERE%.venv"
set "PYTHON=%VENV%\Scripts\python.exe"
set "STAMP=%VENV%\shizuku-setup"
set "PYTHONUTF8=1"
set "MODE=run"
set "LOCK=%HERE%requirements.lock"
if /i "%~1"=="test" set "MODE=test"
if /i "%~1"=="test" set "LOCK=%HERE%requirements-dev.lock"

call :wanted
if exist "%STAMP%-%MODE%" fc "%STAMP%-%MODE%" "%TEMP%\shizuku-wanted.txt" >nul 2>&1 && goto start
call :setup || exit /b 1

:start
if "%MODE%"=="test" (
    pushd "%HERE%"
    set "QT_QPA_PLATFORM=offscreen"
    for /f "tokens=1,*" %%a in ("%*") do "%PYTHON%" -m pytest -n 2 --dist worksteal %%b
    popd
) else (
    "%PYTHON%" "%HERE%main.py" %*
)
exit /b %ERRORLEVEL%

:wanted
certutil -hashfile "%LOCK%" SHA256 > "%TEMP%\shizuku-wanted.txt"
exit /b 0

:setup
if exist "%STAMP%-%MODE%" del "%STAMP%-%MODE%"
"%PYTHON%" -c "import pip" >nul 2>&1 || call :environment || exit /b 1
call :install || exit /b 1
"%PYTHON%" -c "import torch, torchvision, cv2, h5py, PySide6.QtCore" >nul 2>&1 && goto done
echo An earlier set-up was interrupted; starting it afresh.
call :environment || exit /b 1
call :install || exit /b 1
:done
copy /y "%TEMP%\shizuku-wanted.txt" "%STAMP%-%MODE%" >nul
exit /b 0

:environment
for %%v in (3.13 3.12 3.11) do (
    py -%%v -c "import venv" >nul 2>&1 && (
        py -%%v -m venv --clear "%VENV%" && exit /b 0
    )
)
python -c "import sys, venv; sys.exit(sys.version_info < (3, 11))" >nul 2>&1 && (
    python -m venv --clear "%VENV%" && exit /b 0
)
echo Shizuku needs Python 3.11 or later from python.org. Install it and start again. 1>&2
exit /b 1

:install
echo Installing the Python packages (once, some minutes) ... 1>&2
"%PYTHON%" -m pip install --quiet --require-hashes --no-deps --disable-pip-version-check -r "%LOCK%" 1>&2 && exit /b 0
echo The packages could not be installed; the lines above say why. Start again to go on. 1>&2
exit /b 1
