// A curve to be heard: from left to right, the higher the curve the higher the tone; a click at each zero.
const sound = (() => {
  const SECONDS = 4;
  const LOWEST = 180;
  const OCTAVES = 2.6;
  const LOUD = 0.15;
  let context = null;
  let playing = null;

  const stop = () => {
    playing?.nodes.forEach((node) => node.stop());
    playing?.done();
    playing = null;
  };

  const click = (output, when) => {
    const tone = context.createOscillator();
    const gain = context.createGain();
    tone.type = "square";
    tone.frequency.value = 1800;
    gain.gain.setValueAtTime(LOUD, when);
    gain.gain.exponentialRampToValueAtTime(0.001, when + 0.04);
    tone.connect(gain).connect(output);
    tone.start(when);
    tone.stop(when + 0.05);
    return tone;
  };

  // Zeros are shares of the way. Shows where it is by such a share, and says when it is done.
  const play = (ys, zeros, [low, high], moved, done) => {
    stop();
    context ??= new AudioContext();
    context.resume();
    const start = context.currentTime + 0.05;
    const share = (y) => Math.min(1, Math.max(0, (y - low) / (high - low)));
    const tone = context.createOscillator();
    const gain = context.createGain();
    const pitch = Float32Array.from(ys, (y) => LOWEST * 2 ** (OCTAVES * (Number.isFinite(y) ? share(y) : 0)));
    const loud = Float32Array.from(ys, (y) => (Number.isFinite(y) && y >= low && y <= high ? LOUD : 0));
    tone.frequency.setValueCurveAtTime(pitch, start, SECONDS);
    gain.gain.setValueCurveAtTime(loud, start, SECONDS);
    tone.connect(gain).connect(context.destination);
    tone.start(start);
    tone.stop(start + SECONDS);
    const clicks = zeros.map((way) => click(context.destination, start + SECONDS * way));
    const own = { nodes: [tone, ...clicks], done };
    playing = own;
    const began = performance.now();
    const step = () => {
      if (playing !== own) {
        return;
      }
      const way = (performance.now() - began) / (1000 * SECONDS);
      if (way >= 1) {
        playing = null;
        done();
      } else {
        moved(way);
        requestAnimationFrame(step);
      }
    };
    step();
  };

  return { play, stop, isPlaying: () => playing !== null };
})();
