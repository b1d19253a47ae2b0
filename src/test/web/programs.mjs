// Runs programs with the module whose path is given, and prints what it says about each: programs come as JSON on the standard
// input, [{ "source": "…", "maxNodes": 1000 }, …], and the lines of each go out as an array of texts.
import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";

// A clock that stands still, as the plain host's does.
performance.now = () => 0;
const { session } = await import(pathToFileURL(process.argv[2]).href);
const programs = JSON.parse(readFileSync(0, "utf8"));
process.stdout.write(JSON.stringify(programs.map(({ source, maxNodes }) => session({ maxNodes }).lines(source))));
