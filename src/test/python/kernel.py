"""Speaks the protocol of Jupyter's kernels with the kernel 'ag': each test asks what a notebook asks.

JUPYTER_DATA_DIR says where the kernel is.
"""

import os
import signal
import subprocess
import sys
import tempfile
import time
import unittest

from jupyter_client import KernelManager

ENDLESS = "n = 41\nwhile true { }"
TRAINING = (
    "data d = make_moons(n = 100); mlp net { input 2; layer 4 tanh; layer 1 }\n"
    "train net on d { loss bce_logits; optimizer sgd(lr = 0.01); epochs 1000000 }"
)


class KernelTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.manager = KernelManager(kernel_name="ag")
        cls.manager.start_kernel()
        cls.client = cls.manager.client()
        cls.client.start_channels()
        cls.client.wait_for_ready(timeout=60)

    @classmethod
    def tearDownClass(cls):
        cls.client.stop_channels()
        cls.manager.shutdown_kernel()

    def run_cell(self, code, **options):
        messages = []
        reply = self.client.execute_interactive(code, output_hook=messages.append, timeout=60, **options)
        shown = [m for m in messages if m["msg_type"] not in ("status", "execute_input")]
        return reply["content"], [(m["msg_type"], m["content"]) for m in shown]

    def ask(self, request, *arguments, **options):
        sent = getattr(self.client, request)(*arguments, **options)
        return self.reply(sent)

    def reply(self, sent):
        while True:
            message = self.client.get_shell_msg(timeout=30)
            if message["parent_header"].get("msg_id") == sent:
                return message["content"]

    def test_kernel_info(self):
        info = self.ask("kernel_info")
        self.assertEqual("ag", info["language_info"]["name"])
        self.assertEqual(".ag", info["language_info"]["file_extension"])
        self.assertEqual({}, self.ask("comm_info")["comms"])

    def test_text_and_the_value_of_a_cell(self):
        reply, shown = self.run_cell('let α = 2; M = α^3\ngrad M\nprint "hi"\nM')
        self.assertEqual("ok", reply["status"])
        self.assertEqual(["stream", "stream", "execute_result"], [kind for kind, _ in shown], shown)
        self.assertEqual("M = 8   ∂M/∂α = 12\n", shown[0][1]["text"])
        self.assertEqual("8", shown[2][1]["data"]["text/plain"])
        self.assertEqual(reply["execution_count"], shown[2][1]["execution_count"])

    def test_a_cell_that_ends_in_a_definition_shows_it(self):
        _, shown = self.run_cell("let aa = 2\nbb = aa^3")
        self.assertEqual(["execute_result"], [kind for kind, _ in shown])
        self.assertIn("bb = 8", shown[0][1]["data"]["text/plain"])
        (kind, function), = self.run_cell("ff(x) = x^2")[1]
        self.assertEqual("ff(x) = x²", function["data"]["text/plain"])
        self.assertIn("x^{2}", function["data"]["text/latex"])
        self.assertIn("\\frac{z^{2}}{2}", self.run_cell("hh = z^2/2")[1][0][1]["data"]["text/latex"])
        self.assertEqual([], self.run_cell("gg(x) = { s = x; while s < 10 { s = 2s }; s }")[1])
        self.assertEqual(["stream"], [kind for kind, _ in self.run_cell("cc = 3; print cc")[1]])

    def test_user_expressions(self):
        reply, _ = self.run_cell("let ee = 5", user_expressions={"twice": "2*ee", "wrong": "nosuch + 1"})
        self.assertEqual("10", reply["user_expressions"]["twice"]["data"]["text/plain"])
        self.assertEqual("ok", reply["user_expressions"]["twice"]["status"])
        self.assertEqual("error", reply["user_expressions"]["wrong"]["status"])
        self.assertEqual("unknown-name", reply["user_expressions"]["wrong"]["ename"])

    def test_rich_results(self):
        _, shown = self.run_cell(
            "let p = 2; Q = p*3\nderive x^2 sin(x)\nplot sin(x) for x in 0..1\ngraph Q\ncheck Q\nsolve x^2 = 4")
        self.assertEqual(
            ["text/latex", "image/svg+xml", "image/svg+xml", "text/html", "text/latex"],
            [next(t for t in content["data"] if t != "text/plain") for _, content in shown])
        self.assertTrue(all(content["data"]["text/plain"] for _, content in shown))
        self.assertIn("<th>gradient</th>", shown[3][1]["data"]["text/html"])

    def test_a_page_lives_in_the_notebook(self):
        with tempfile.TemporaryDirectory() as folder:
            path = os.path.join(folder, "page.html")
            _, shown = self.run_cell(f'let u = 2; V = u^2\nexplore V to "{path}"')
        self.assertTrue(shown[0][1]["data"]["text/html"].startswith('<iframe srcdoc="'))
        self.assertEqual(f"wrote page to {path}", shown[0][1]["data"]["text/plain"])

    def test_an_error_is_told_once_and_as_ag_tells_it(self):
        reply, shown = self.run_cell("k = 5\nnosuch + 1")
        self.assertEqual(["error"], [kind for kind, _ in shown])
        self.assertEqual(("error", "unknown-name"), (reply["status"], reply["ename"]))
        told = "\n".join(shown[0][1]["traceback"])
        self.assertIn("nosuch + 1", told)
        self.assertIn("^^^^^^", told)
        self.assertIn(":2:1", told)
        self.assertNotIn("java", told)
        self.assertEqual("5", self.run_cell("k")[1][0][1]["data"]["text/plain"])

    def test_cells_behind_a_failed_one_are_not_run(self):
        first, second = self.client.execute("w = 1; repeat 300000 { v = 1 }; nosuch"), self.client.execute("w = 2")
        self.assertEqual("error", self.reply(first)["status"])
        self.assertEqual("error", self.reply(second)["status"])
        self.assertEqual("1", self.run_cell("w")[1][0][1]["data"]["text/plain"])

    def test_completion(self):
        reply = self.ask("complete", "𝛼 + tan", 7)
        self.assertEqual((4, 7), (reply["cursor_start"], reply["cursor_end"]))
        self.assertIn("tanh", reply["matches"])
        self.run_cell("loops = 3")
        self.assertIn("loops", self.ask("complete", "2*loo", 5)["matches"])

    def test_inspection(self):
        reply = self.ask("inspect", "tanh(2)", 2)
        self.assertTrue(reply["found"])
        self.assertIn("hyperbolic tangent", reply["data"]["text/plain"])
        self.run_cell("g(t) = t^2")
        self.assertIn("g(t) is yours: function", self.ask("inspect", "g(3)", 1)["data"]["text/plain"])
        self.assertFalse(self.ask("inspect", "1 + 2", 0)["found"])

    def test_is_complete(self):
        for code, status in [("1 + 2", "complete"), ("f(x) = {", "incomplete"), ("3 * * )", "invalid"), ("%who", "complete"), ("?tanh", "complete")]:
            self.assertEqual(status, self.ask("is_complete", code)["status"], code)

    def test_history(self):
        self.run_cell("12345 + 1")
        reply = self.ask("history", hist_access_type="tail", n=1, output=True)
        self.assertEqual(["12345 + 1", "12346"], reply["history"][-1][2])
        found = self.ask("history", hist_access_type="search", pattern="12345*", n=5)["history"]
        self.assertEqual("12345 + 1", found[-1][2])
        self.assertEqual([], self.ask("history", hist_access_type="range", session=0, start=99999, stop=0)["history"])

    def interrupted(self, code, wait):
        sent = self.client.execute(code)
        time.sleep(wait)
        begun = time.time()
        self.manager.interrupt_kernel()
        reply = self.reply(sent)
        took = time.time() - begun
        self.assertEqual("interrupted", reply["ename"])
        print(f"interrupted within {1000*took:.0f} ms")
        return took

    def test_an_interrupt_ends_a_loop_and_keeps_the_session(self):
        self.assertLess(min(self.interrupted(ENDLESS, 0.5) for _ in range(3)), 0.2)
        self.assertEqual("42", self.run_cell("n + 1")[1][0][1]["data"]["text/plain"])

    def test_an_interrupt_ends_a_training_of_a_million_steps(self):
        self.assertLess(min(self.interrupted(TRAINING, 1) for _ in range(3)), 0.2)
        _, shown = self.run_cell("1 + 1")
        self.assertEqual("2", shown[0][1]["data"]["text/plain"])

    def test_a_training_shows_one_line_that_is_updated(self):
        sent = self.client.execute(TRAINING)
        kinds, names = [], set()
        while kinds.count("update_display_data") < 2:
            message = self.client.get_iopub_msg(timeout=30)
            if message["parent_header"].get("msg_id") == sent and "display_data" in message["msg_type"]:
                kinds.append(message["msg_type"])
                names.add(message["content"]["transient"]["display_id"])
        self.manager.interrupt_kernel()
        self.reply(sent)
        self.assertEqual(["display_data", "update_display_data", "update_display_data"], kinds)
        self.assertEqual(1, len(names))

    def test_practice_asks_on_stdin(self):
        sent = self.client.execute("let a = 2; L = a^3; practice L", allow_stdin=True)
        self.assertIn("number", self.client.get_stdin_msg(timeout=30)["content"]["prompt"])
        self.client.input("8")
        self.client.get_stdin_msg(timeout=30)
        self.client.input("q")
        self.assertEqual("ok", self.reply(sent)["status"])

    def test_waiting_for_an_answer_can_be_interrupted(self):
        sent = self.client.execute("let a = 2; L = a^3; practice L", allow_stdin=True)
        self.client.get_stdin_msg(timeout=30)
        self.manager.interrupt_kernel()
        self.assertIn(self.reply(sent)["status"], ("ok", "error"))
        self.assertEqual("2", self.run_cell("1 + 1")[1][0][1]["data"]["text/plain"])

    def test_magics(self):
        with tempfile.TemporaryDirectory() as folder:
            path = os.path.join(folder, "program.ag")
            with open(path, "w") as file:
                file.write("loaded = 7\n")
            self.run_cell(f"%run {path}")
            self.assertEqual("7", self.run_cell("loaded")[1][0][1]["data"]["text/plain"])
            reply, _ = self.run_cell(f"%load {path}")
            self.assertEqual(("set_next_input", True), (reply["payload"][0]["source"], reply["payload"][0]["replace"]))
            self.assertIn("loaded = 7", reply["payload"][0]["text"])
        _, shown = self.run_cell("%time 6*7")
        self.assertEqual("42", shown[0][1]["data"]["text/plain"])
        self.assertIn("took ", shown[1][1]["text"])
        self.assertIn("took ", self.run_cell("%%time\n6*7\n8")[1][-1][1]["text"])
        self.assertIn("loaded = 7", self.run_cell("%who")[1][0][1]["text"])
        self.assertIn("hyperbolic", self.run_cell("%help tanh")[1][0][1]["text"])
        self.assertIn("hyperbolic", self.run_cell("?tanh")[1][0][1]["text"])
        self.assertIn("hyperbolic", self.run_cell("tanh?")[1][0][1]["text"])
        reply, _ = self.run_cell("%reset\n%who")
        self.assertEqual("ok", reply["status"])
        self.assertEqual("unknown-name", self.run_cell("loaded + 1")[0]["ename"])
        self.assertEqual("magic", self.run_cell("%tiem 1")[0]["ename"])
        reply, shown = self.run_cell("%time 1\n\nnosuch + 1")
        self.assertIn(":3:1", "\n".join(reply["traceback"]))

    def test_a_silent_cell_shows_and_counts_nothing(self):
        before = self.run_cell("1")[0]["execution_count"]
        _, shown = self.run_cell("1 + 1", silent=True)
        self.assertEqual([], shown)
        self.assertEqual(before + 1, self.run_cell("1")[0]["execution_count"])


class LifeTest(unittest.TestCase):
    def test_restart_forgets_and_shutdown_ends(self):
        manager = KernelManager(kernel_name="ag")
        begun = time.time()
        manager.start_kernel()
        client = manager.client()
        client.start_channels()
        client.wait_for_ready(timeout=60)
        print(f"ready within {time.time() - begun:.2f} s")
        client.execute_interactive("kept = 1", timeout=30)
        manager.restart_kernel()
        client.wait_for_ready(timeout=60)
        reply = client.execute_interactive("kept + 1", timeout=30, output_hook=lambda _: None)
        self.assertEqual("unknown-name", reply["content"]["ename"])
        process = manager.provisioner.process
        client.shutdown()
        process.wait(timeout=10)
        self.assertEqual(0, process.returncode)
        client.stop_channels()
        manager.cleanup_resources()

    def test_it_ends_when_its_parent_dies(self):
        program = (
            "import sys, time; from jupyter_client import KernelManager\n"
            "m = KernelManager(kernel_name='ag'); m.start_kernel(); c = m.client(); c.start_channels()\n"
            "c.wait_for_ready(timeout=60); c.execute('while true { }')\n"
            "print(m.provisioner.process.pid, flush=True); time.sleep(600)"
        )
        parent = subprocess.Popen([sys.executable, "-c", program], stdout=subprocess.PIPE, text=True)
        kernel = int(parent.stdout.readline())
        parent.send_signal(signal.SIGKILL)
        parent.wait()
        parent.stdout.close()
        for _ in range(200):
            try:
                os.kill(kernel, 0)
            except ProcessLookupError:
                return
            time.sleep(0.1)
        os.kill(kernel, signal.SIGKILL)
        self.fail("the kernel outlived its parent")


unittest.main(verbosity=1)
