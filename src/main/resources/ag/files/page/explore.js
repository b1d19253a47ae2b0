const set = (input, number) => {
  leaves.set(input.index, number);
  compute();
  showAll(input);
};

const showAll = (from) => {
  const result = `${of} = ${text(state.value[root])}`;
  byId("result").textContent = result;
  byId("picture").querySelector("desc").textContent =
    `The graph of ${of}, whose value is ${text(state.value[root])}: ${parts.length} parts, each with its gradient.`;
  inputs.forEach((input) => showInput(input, input === from && document.activeElement === input.field));
  showCurves();
  stage.show();
  showParts();
  showStep();
};

byId("reset").addEventListener("click", () => {
  inputs.forEach((input) => {
    leaves.set(input.index, input.node.value);
    placeSlider(input, input.node.value);
    recenter(input, input.base);
  });
  compute();
  showAll();
});
byId("gradient-title").textContent = derivative("name");
compute();
showAll();
