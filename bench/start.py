#!/usr/bin/env python3
"""Measures how long a one-line script takes from call to exit, beside a bare JVM and other languages, in interleaved rounds.

   bench/start.py [rounds]

Prints the median and the least of the wall-clock times in milliseconds. The first start of ag fills its start-up cache; wait
a few seconds after it, or the first rounds run without."""

import os
import shutil
import statistics
import subprocess
import sys
import tempfile
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
            "ag w1.ag": [AG, os.path.join(HOME, "bench", "ag", "w1.ag")],
            "python3 -c": ["python3", "-c", "print(2 * -3 + 2)"],
            "node -e": ["node", "-e", "console.log(2 * -3 + 2)"],
            "jshell": [java + "jshell", "-s", "-"],
        }
        commands = {name: command for name, command in commands.items() if shutil.which(command[0])}
        os.chdir(HOME)
        milliseconds(commands["ag one.ag"])
        time.sleep(8)
        times = {name: [] for name in commands}
        for _ in range(rounds):
            for name, command in commands.items():
                times[name].append(milliseconds(command))
    bare = statistics.median(times["java -version"])
    for name, all_times in times.items():
        middle = statistics.median(all_times)
        print("%-14s median %6.1f ms  least %6.1f ms  ratio %5.2f" % (name, middle, min(all_times), middle / bare))


if __name__ == "__main__":
    main()
