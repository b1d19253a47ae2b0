@echo off
rem Starts ag on Windows: finds a JDK 25 or newer, builds the program if it is missing, runs it.
rem After a change of the sources, build with: mvn package
setlocal EnableExtensions DisableDelayedExpansion
set "home=%~dp0"
set "jar=%home%target\ag.jar"

set "jdk="
if defined JAVA_HOME call :try "%JAVA_HOME%"
for %%J in (java.exe) do if not "%%~$PATH:J"=="" call :try "%%~dp$PATH:J.."
for /d %%D in (
    "%ProgramFiles%\Eclipse Adoptium\jdk*"
    "%ProgramFiles%\Java\jdk*"
    "%ProgramFiles%\Microsoft\jdk*"
    "%ProgramFiles%\Zulu\zulu*"
    "%ProgramFiles%\Amazon Corretto\jdk*"
    "%ProgramFiles%\BellSoft\LibericaJDK*"
    "%LOCALAPPDATA%\Programs\Eclipse Adoptium\jdk*"
    "%USERPROFILE%\.jdks\*"
) do call :try "%%~fD"
if not defined jdk (
    echo ag: please install a JDK, version 25 or newer ^(for example from https://adoptium.net^), or set JAVA_HOME to the folder of one. 1>&2
    exit /b 127
)

if not exist "%jar%" call :build
if not exist "%jar%" exit /b 1

rem The same as in the launcher for Unix, which says why.
set "flags=-XX:+UseSerialGC -XX:-UsePerfData --enable-native-access=ALL-UNNAMED -Xlog:disable -Xlog:all=off"
set "flags=%flags% -XX:+IgnoreUnrecognizedVMOptions -XX:+UnlockDiagnosticVMOptions -XX:-AOTReplayTraining"
set "flags=%flags% -Dorg.jline.terminal.provider=jni -Dstdin.encoding=UTF-8 -Dstdout.encoding=UTF-8 -Dstderr.encoding=UTF-8"
set "cache="
call :cache

rem The console shows what the program writes, which is UTF-8, and afterwards what it showed before.
for /f "tokens=2 delims=:." %%C in ('chcp') do set "codepage=%%C"
chcp 65001 >nul
"%jdk%\bin\java.exe" %flags% %cache% -Dag.locale=UTF-8 -cp "%jar%" ag.cli.Main %*
set "status=%errorlevel%"
chcp %codepage% >nul
exit /b %status%

rem :try FOLDER takes the folder as the JDK if it holds a recent one and none has been taken yet.
:try
if defined jdk exit /b
if not exist "%~1\bin\javac.exe" exit /b
if not exist "%~1\release" exit /b
set "major=0"
for /f "usebackq tokens=1,2 delims==" %%K in ("%~1\release") do (
    if "%%K"=="JAVA_VERSION" for /f "tokens=1 delims=.-+" %%V in ("%%~L") do set "major=%%V"
)
if %major% GEQ 25 set "jdk=%~1"
exit /b

rem :cache takes the start-up cache of the JVM, or lets one be recorded beside this start. The JVM itself passes over one that is not for it.
:cache
if defined AG_NO_CACHE exit /b
if defined JDK_JAVA_OPTIONS exit /b
if defined JAVA_TOOL_OPTIONS exit /b
if not defined LOCALAPPDATA exit /b
for %%F in ("%jar%") do set "stamp=%%~zF %%~tF"
for %%C in (" " ":" "/" "." "-" ",") do call set "stamp=%%stamp:%%~C=%%"
set "kept=%LOCALAPPDATA%\ag\program%stamp%.aot"
if exist "%kept%" (
    for %%F in ("%kept%") do if %%~zF GTR 0 set cache="-XX:AOTCache=%kept%"
) else (
    start "" /b /low cmd /d /c call "%home%src\main\windows\fill-cache.cmd" <nul >nul 2>nul
)
exit /b

rem :build makes the jar, or waits for another start that is making it.
:build
where mvn >nul 2>nul
if errorlevel 1 (
    echo ag: please install Maven ^(the mvn command, from https://maven.apache.org^): ag is built with it once. 1>&2
    exit /b 127
)
if not exist "%home%target" mkdir "%home%target"
set /a waited=0
:lock
mkdir "%home%target\.building" 2>nul && goto locked
if %waited% GEQ 600 (
    echo ag: gave up waiting for another build; if there is none, remove the folder %home%target\.building 1>&2
    exit /b 1
)
set /a waited+=1
ping -n 2 127.0.0.1 >nul
goto lock
:locked
if exist "%jar%" goto unlock
echo ag: building; the first time also fetches libraries and may take some minutes 1>&2
set "JAVA_HOME=%jdk%"
call mvn -B -f "%home%pom.xml" -Dmaven.test.skip=true package <nul >"%home%target\build.log" 2>&1
if errorlevel 1 (
    if exist "%jar%" del "%jar%"
    findstr /b /c:"[ERROR]" "%home%target\build.log" 1>&2
    echo ag: the build failed; all that Maven said is in %home%target\build.log 1>&2
)
:unlock
rmdir "%home%target\.building"
exit /b
