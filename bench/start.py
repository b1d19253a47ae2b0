#!/usr/bin/env python3
"""Measures how long a one-line script takes from call to exit, and the prompt to appear, beside a bare JVM and other languages,
   in interleaved rounds.

   bench/start.py [rounds]

Prints the median and the least of the wall-clock times in milliseconds. The first start of ag has its start-up caches filled,
which is waited for."""

import fcntl
import os
import pty
import select
import shutil
import statistics
import struct
import subprocess
import sys
import tempfile
import termios
import time

HOME = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
AG = os.path.join(HOME, "ag")


def jdk():
    """The JDK that the launcher finds."""
    search = "home=%s; state=; search=; . src/main/sh/find-java.sh; printf %%s \"$java\"" % HOME
    return subprocess.run(["sh", "-c", search], cwd=HOME, capture_output=True, text=True, check=True).stdout


def milliseconds(command):
    start = time.perf_counter()
    subprocess.run(command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False)
    return (time.perf_counter() - start) * 1e3


def milliseconds_to_prompt(command):
    """From the call to the prompt, in a terminal of 80 columns."""
    start = time.perf_counter()
    process, terminal = pty.fork()
    if process == 0:
        os.environ["TERM"] = "xterm-256color"
        os.execvp(command[0], command)
    fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
    shown = b""
    while b"ag> " not in shown:
        if not select.select([terminal], [], [], 20)[0]:
            sys.exit("no prompt, only " + repr(shown))
        shown += os.read(terminal, 1 << 16)
    end = time.perf_counter()
    os.write(terminal, b"\x04")
    try:
        while os.read(terminal, 1 << 16):
            pass
    except OSError:  # closed by the other end, as Linux says it
        pass
    os.waitpid(process, 0)
    os.close(terminal)
    return (end - start) * 1e3


def wait_for_caches():
    """Until no start of ag is recording one any more."""
    cache = os.environ.get("XDG_CACHE_HOME") or os.path.expanduser("~/.cache")
    time.sleep(3)
    while os.path.exists(cache + "/ag" + HOME + "/.filling"):
        time.sleep(1)


def main():
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 21
    java = jdk() + "/bin/"
    with tempfile.TemporaryDirectory() as folder:
        script = os.path.join(folder, "one.ag")
        with open(script, "w", encoding="utf-8") as file:
            file.write("let a = 2, b = -3; L = a*b + a; grad L\n")
        commands = {
            "java -version": [java + "java", "-version"],
            "ag one.ag": [AG, script],
            "ag --version": [AG, "--version"],
            "ag, prompt": [AG],
            "ag w1.ag": [AG, os.path.join(HOME, "bench", "ag", "w1.ag")],
            "python3 -c": ["python3", "-c", "print(2 * -3 + 2)"],
            "node -e": ["node", "-e", "console.log(2 * -3 + 2)"],
            "jshell": [java + "jshell", "-s", "-"],
        }
        commands = {name: command for name, command in commands.items() if shutil.which(command[0])}
        os.chdir(HOME)
        milliseconds(commands["ag one.ag"])
        wait_for_caches()
        times = {name: [] for name in commands}
        for _ in range(rounds):
            # Not counted: jshell, the last of a round, leaves a process behind that ends beside the next one.
            milliseconds(commands["java -version"])
            for name, command in commands.items():
                measure = milliseconds_to_prompt if name == "ag, prompt" else milliseconds
                times[name].append(measure(command))
    bare = statistics.median(times["java -version"])
    for name, all_times in times.items():
        middle = statistics.median(all_times)
        print("%-14s median %6.1f ms  least %6.1f ms  ratio %5.2f" % (name, middle, min(all_times), middle / bare))


if __name__ == "__main__":
    main()
