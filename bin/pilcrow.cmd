@echo off
rem The same for cmd and PowerShell; see "pilcrow" beside this file.
setlocal
if not defined PILCROW_NODE set PILCROW_NODE=node
set ELECTRON_RUN_AS_NODE=1
"%PILCROW_NODE%" "%~dp0..\dist\cli.cjs" %*
exit /b %ERRORLEVEL%
