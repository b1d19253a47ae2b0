#!/usr/bin/env python3
"""Measures every row of the table in docs/performance.md beside its peer, in one run, and says which rows miss what is wanted.

   bench/run.sh table [WORD...]     only the rows with one of the words in their names; 'large' adds 1e8 nodes (24 GB)

Whole processes are measured by the processor time they take, user and system, and by their largest memory, as the operating
system counts them: other work on the machine disturbs these least. A row takes turns with its peer and counts the least of
its rounds. AG_CLASSPATH names other classes than those of target/ag.jar; PY a Python that has torch."""

import datetime
import math
import os
import platform
import re
import subprocess
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
HOME = os.path.dirname(HERE)
BUILD = os.path.join(HERE, "build")
JAVA = os.environ["JAVA"]
PY = os.environ.get("PY", "/usr/bin/python3")
CLASSES = os.environ.get("AG_CLASSPATH", f"{HOME}/target/ag.jar:{HOME}/target/lib/*")
FLAGS = ["-XX:+UseSerialGC", "-XX:-UsePerfData", "--enable-native-access=ALL-UNNAMED"]
ONE_THREAD = dict(os.environ, OMP_NUM_THREADS="1", OPENBLAS_NUM_THREADS="1", MKL_NUM_THREADS="1")
ROUNDS = int(os.environ.get("ROUNDS", "3"))
only = [word for word in sys.argv[1:] if word != "large"]
missed = []


def measured(command, folder=HOME):
    """Processor seconds, bytes and output of a process."""
    with subprocess.Popen(command, cwd=folder, env=ONE_THREAD, stdout=subprocess.PIPE, stderr=subprocess.STDOUT) as process:
        output = process.stdout.read().decode()
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise RuntimeError(output[-400:])
    return used.ru_utime + used.ru_stime, used.ru_maxrss * 1024, output


def program(name, text):
    path = os.path.join(BUILD, name + ".ag")
    with open(path, "w", encoding="utf-8") as file:
        file.write(text)
    return path


def ag(path, *options, folder=HOME):
    return measured([JAVA, *FLAGS, *options, "-cp", CLASSES, "ag.cli.Main", path], folder)


def bench(name, *arguments):
    command = [JAVA, "-XX:+UseSerialGC", "-Xmx4g", "--enable-native-access=ALL-UNNAMED", "-cp", BUILD + ":" + CLASSES]
    return measured([*command, "ag.bench." + name, *map(str, arguments)])[2]


def least(work, rounds=ROUNDS):
    return min(work() for _ in range(rounds))


def least_of_turns(first, second, rounds=ROUNDS):
    times = [(first(), second()) for _ in range(rounds)]
    return min(a for a, _ in times), min(b for _, b in times)


def number(pattern, text):
    return float(re.search(pattern, text).group(1))


def say(row, figure, unit, wanted, beside=""):
    miss = figure > wanted
    if miss:
        missed.append(row)
    print(f"| {row} | {figure:.3g} {unit} | {wanted:g} | {beside} | {'misses' if miss else ''} |".replace("  ", " "), flush=True)


LOOP = """let a = 0.9, b = 0.1, c = -0.5, x0 = 0.5
x = x0; s = 0
repeat %d { x = tanh(a*x + b); s = s + x*exp(c*x) }
grad s wrt a
"""


def loop(nodes, *options):
    return ag(program("loop%d" % nodes, LOOP % (nodes // 7)), *options)


def start():
    return least(lambda: ag(program("start", "let a = 2\n"))[0])


def tape(nodes, rounds=1):
    return measured([BUILD + "/tape", str(nodes), str(rounds)])


def nodes():
    idle = start()
    small, peer_small = least_of_turns(lambda: loop(3_000_000)[0], lambda: tape(3_000_000)[0])
    middle, peer_middle = least_of_turns(lambda: loop(10_000_000)[0], lambda: tape(10_000_000)[0])
    time, memory, _ = min(loop(30_000_000) for _ in range(ROUNDS))
    say("memory a node at 3e7, from the language", (memory - ag(program("start", "let a = 2\n"))[1]) / 3e7, "B", 45)
    say("time a node at 3e7 against 3e6", (time - idle) / 3e7 / ((small - idle) / 3e6), "", 1.3)
    ours, theirs = (middle - small) / 7e6, (peer_middle - peer_small) / 7e6
    say("marginal time a node, 3e6 to 1e7, against the C++ tape", ours / theirs, "", 2.5,
        f"{ours * 1e9:.0f} ns, C++ {theirs * 1e9:.1f}")
    if "large" in sys.argv:
        time, memory, _ = loop(100_000_000, "-Xmx20g")
        say("memory of 1e8 nodes, from the language", memory / 1e9, "GB", 24, f"{time:.0f} s")


def api():
    for row, kind, wanted in ("W3 through the API, record and reverse, warm", "w3", 7), (
            "a chain of multiply and add through the API, warm", "chain", 5):
        figures = [bench("TapeBenchmark", 1_000_000, 25, kind) for _ in range(ROUNDS)]
        ours = min(number(r"build ([\d.]+)", one) + number(r"backward ([\d.]+)", one) for one in figures)
        peer = tape(1_000_000, 15)[2] if kind == "w3" else ""
        say(row, ours, "ns", wanted,
            f"C++ {number(r'build ([0-9.]+)', peer) + number(r'backward ([0-9.]+)', peer):.1f}" if peer else "")


def language():
    figures = [bench("LoopBenchmark", 142857, 25) for _ in range(ROUNDS)]
    say("W3 loop from the language, warm", min(number(r"warm ([\d.]+)", one) for one in figures), "ns a node", 25)
    idle = start()
    say("first run of that loop, 1e6 nodes, fresh process", (least(lambda: loop(1_000_000)[0]) - idle) * 1e3, "ns a node", 150)


def microgpt():
    say("microgpt, a step, warm", min(number(r"block 7: ([\d.]+)", bench("MicrogptBenchmark", 8)) for _ in range(ROUNDS)), "ms", 0.3)


def trainings():
    for name, wanted in ("w1", 1.8), ("w2", 1.8), ("w5", 1.3), ("own", 3):
        output = bench("TrainBenchmark", HERE + "/data", BUILD, ROUNDS, name)
        for threads, ratio in re.findall(r"(\d) threads?.*?ratio ([\d.]+)", output):
            aim = wanted if threads == "1" else 0.65
            say(f"training {name}, {threads} thread{'s'[:int(threads) - 1]}, against C on one", float(ratio), "", aim)
    for name in "w1", "w2", "own":
        cold = [number(r"run 0: ([\d.]+)", bench("TrainBenchmark", HERE + "/data", BUILD, "cold", name)) for _ in range(ROUNDS)]
        say(f"first training in a process, {name}", min(cold), "ms", 45)


def w6():
    if not os.path.exists(BUILD + "/mn.csv"):
        measured([PY, HERE + "/py/w6_data.py"], BUILD)
    ours, theirs = least_of_turns(lambda: ag(HERE + "/ag/w6.ag", folder=BUILD)[0],
                                  lambda: measured([PY, HERE + "/py/w6_torch.py"], BUILD)[0])
    say("W6, 784-128-10 on 54 MB of CSV, against PyTorch", ours / theirs, "", 0.25, f"{ours:.2f} s, PyTorch {theirs:.2f}")
    idle = start()
    read = least(lambda: ag(program("read", f'data d = csv("{BUILD}/mn.csv", target = "label")\n'))[0]) - idle
    print(f"| reading its CSV | {read:.2f} s | | | |", flush=True)


def w7():
    text = open(HERE + "/ag/w7.ag", encoding="utf-8").read()

    def ours(steps):
        return ag(program("w7_%d" % steps, text.replace("repeat 200", "repeat %d" % steps)))[0]

    def theirs(steps):
        return measured([PY, HERE + "/py/w7_torch.py", str(steps)])[0]

    ours1, theirs1 = least_of_turns(lambda: ours(1000), lambda: theirs(1000))
    ours4, theirs4 = least_of_turns(lambda: ours(4000), lambda: theirs(4000))
    a, b = (ours4 - ours1) / 3, (theirs4 - theirs1) / 3
    say("W7, a perceptron as formulas, a step, against PyTorch", a / b, "", 2, f"{a:.2f} ms, PyTorch {b:.2f}")


DESCENT = """let w = [1, 2, 3], b = 0.5, q = [1, 2, 3]
ps = [w, b]; v = [0, 0, 0]
L = sum((w - 3)^2) + sum((w*b - 1)^2); E = sum((q - 3)^2 + sin(q))
repeat %d { %s }
"""


def steps():
    def marginal(name, body):
        few = least(lambda: ag(program(name + "_few", DESCENT % (2_000, body)))[0])
        many = least(lambda: ag(program(name + "_many", DESCENT % (42_000, body)))[0])
        return (many - few) / 40_000 * 1e6

    plain = marginal("backward", "backward L; set w -= 1e-5*w.grad, b -= 1e-5*b.grad; zero")
    zipped = marginal("zip", "set ps = [p - 1e-5*g for (p, g) in zip(ps, grad(L, ps))]")
    say("set ps = [… zip(ps, grad(L, ps))] against backward and set", zipped / plain, "", 1.5, f"{zipped:.1f} µs, {plain:.1f}")
    plain = marginal("momentum", "backward E; v = 0.9v - 1e-5*q.grad; set q += v; zero")
    detached = marginal("detached", "v = 0.9v - detach(1e-5*grad(E, q)); set q += detach(v)")
    say("momentum with grad(E, q) as a number against backward", detached / plain, "", 2, f"{detached:.1f} µs, {plain:.1f}")


DERIVATIVES = """let x = [sin(k) for k in 1..100]
y = [exp(x[k]*x[mod(7k, 100)]/3) + x[k]^2*sin(x[mod(k + 1, 100)]) for k in 0..99]
L = sum(y)
%s
"""


def derivatives():
    idle = least(lambda: ag(program("graph", DERIVATIVES % "L"))[0])
    for row, what in ("hessian of 100 inputs", "sum(hessian(L, x))"), ("jacobian, 100 by 100", "sum(jacobian(y, x))"), (
            "100 backward passes of the same", "repeat 100 { backward L; zero }"):
        print(f"| {row}, first call | {(least(lambda: ag(program('derivatives', DERIVATIVES % what))[0]) - idle) * 1e3:.0f} ms | | | |", flush=True)
    kinds = "sin({k}x)", "exp(x/{k})", "x^{k}", "{k}*x*cos(x)", "log(x + {k})", "tanh({k}x)"
    parts = " + ".join(kinds[i % 6].format(k=2 + i * 7919 % 97) for i in range(2000))
    bare = least(lambda: ag(program("parts", f"f(x) = {parts}\nf(1)\n"))[0])
    say("symbolic derivative of 2,000 parts, written out, first call", least(lambda: ag(program("derived", f"f(x) = {parts}\nf'\n"))[0]) - bare, "s", 0.5)


def growth():
    """How processor time grows with nodes, parameters and samples; ag draws it."""
    points = {"nodes": [], "parameters": [], "samples": []}
    idle = start()
    for n in 1e5, 1e6, 1e7, 3e7:
        points["nodes"].append((n, loop(int(n))[0] - idle))
    for n in 10, 100, 1000, 10000, 100000:
        text = f"let v = [sin(k) for k in 1..{n}]\nL = sum(tanh(v)^2)\nrepeat {max(3, 300000 // n)} {{ backward L; set v -= 0.1*v.grad; zero }}\n"
        many = ag(program("parameters", text))[0]
        points["parameters"].append((n, (many - idle) / max(3, 300000 // n)))
    for n in 100, 1000, 10000, 100000:
        text = f"data d = make_moons(n = {n}, seed = 1)\nmlp net {{ input 2; layer 16 tanh; layer 16 tanh; layer 1; seed 1 }}\n"
        text += f"train net on d {{ loss bce_logits; optimizer adam(lr = 0.01); epochs {max(5, 1000000 // n)}; batch {min(n, 1000)}; threads 1 }}\n"
        points["samples"].append((n, (ag(program("samples", text))[0] - idle) / max(5, 1000000 // n)))
    for name, pairs in points.items():
        print(f"# {name}: " + ", ".join(f"{n:g}: {time:.3g} s" for n, time in pairs))
    text = "".join(broken_line(name, [(math.log10(n), math.log10(max(time, 1e-6))) for n, time in pairs]) for name, pairs in points.items())
    title = "log₁₀ of seconds over log₁₀ of how many"
    ag(program("growth", text + f'plot nodes, parameters, samples for x in 1..8, y in -6..2 title "{title}" to "{HOME}/docs/growth.svg"\n'))


def broken_line(name, points):
    """A function of x that goes straight from each point to the next, and has no value beside them."""
    text = f"{name}(x) = if x < {points[0][0]:.4f} then sqrt(-1) else "
    for (x, y), (x2, y2) in zip(points, points[1:]):
        text += f"if x <= {x2:.4f} then {y:.4f} + {(y2 - y) / (x2 - x):.4f}*(x - {x:.4f}) else "
    return text + "sqrt(-1)\n"


SECTIONS = {"nodes": nodes, "api": api, "language": language, "microgpt": microgpt, "trainings": trainings, "w6": w6, "w7": w7,
            "steps": steps, "derivatives": derivatives, "growth": growth}

print(f"{datetime.date.today()}, {platform.processor() or platform.machine()}, {os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}\n")
print("| row | ag | wanted | beside | |\n| --- | --- | --- | --- | --- |")
for section, work in SECTIONS.items():
    if not only or section in only:
        try:
            work()
        except (RuntimeError, OSError, AttributeError) as problem:
            print(f"# {section} could not be measured: {problem}")
print("\nMisses: " + ("; ".join(missed) if missed else "none"))
