@echo off
rem Records a short run of the program as the JVM's start-up cache, for ag.cmd, which has set jdk, jar, flags, home and kept. Runs
rem beside a first start, unseen: whatever fails here only means that the next start is not faster.
setlocal EnableExtensions DisableDelayedExpansion
for %%F in ("%kept%") do set "folder=%%~dpF"
if not exist "%folder%" mkdir "%folder%"
mkdir "%kept%.lock" && goto locked
exit /b
:locked
if exist "%kept%" goto unlock
rem Those of older jars.
del /q "%folder%program*.aot" "%folder%new*"
pushd "%home%src\main\sh"
"%jdk%\bin\java.exe" %flags% "-XX:AOTCacheOutput=%folder%new.aot" -Dag.locale=UTF-8 -cp "%jar%" ag.cli.WarmUpRun --quiet --seed 1 training.ag
popd
rem An empty cache says that this jar has been tried, in vain.
if not exist "%folder%new.aot" type nul >"%folder%new.aot"
move /y "%folder%new.aot" "%kept%"
:unlock
rmdir "%kept%.lock"
