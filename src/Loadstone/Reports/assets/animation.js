// Plays every figure of the page that carries frames, over the picture of its last frame.
// Without this script, and in print, the page shows that picture.
(() => {
  "use strict";

  const speeds = [1, 2, 5, 10, 20]; // frames per second
  const calm = matchMedia("(prefers-reduced-motion: reduce)");

  const bytes = text => Uint8Array.from(atob(text), c => c.charCodeAt(0));

  async function unpack(data) {
    const stream = new Blob([bytes(data.frames)]).stream().pipeThrough(new DecompressionStream("deflate"));
    const pixels = new Uint8Array(await new Response(stream).arrayBuffer());
    // Frames come as changes from the one before.
    const size = data.width * data.height;
    for (let i = size; i < pixels.length; i++) pixels[i] += pixels[i - size];
    return pixels;
  }

  function element(name, properties, parent) {
    const made = Object.assign(document.createElement(name), properties);
    parent.append(made);
    return made;
  }

  function build(figure, data, pixels) {
    const last = data.labels.length - 1, size = data.width * data.height;
    const colors = bytes(data.colors);
    const canvas = element("canvas", { width: data.width, height: data.height }, figure.querySelector(".stage"));
    ["left", "top", "width", "height"].forEach((side, i) => canvas.style[side] = `${100 * data.place[i]}%`);
    const context = canvas.getContext("2d"), image = context.createImageData(data.width, data.height);

    const tools = figure.querySelector(".player");
    const button = element("button", { type: "button" }, tools);
    const slider = element("input", { type: "range", min: 0, max: last, step: 1, value: last, ariaLabel: "Frame" }, tools);
    const time = element("output", {}, tools);
    const speed = element("select", { ariaLabel: "Speed" }, element("label", { textContent: "Speed " }, tools));
    for (const each of speeds) element("option", { value: each, textContent: `${each} frames/s` }, speed);
    speed.value = calm.matches ? speeds[0] : speeds[3];
    let timer = 0;

    function show(index) {
      slider.value = index;
      slider.ariaValueText = time.textContent = data.labels[index];
      for (let i = 0, at = index * size; i < size; i++, at++) {
        const color = 3 * pixels[at];
        image.data[4 * i] = colors[color];
        image.data[4 * i + 1] = colors[color + 1];
        image.data[4 * i + 2] = colors[color + 2];
        image.data[4 * i + 3] = 255;
      }
      context.putImageData(image, 0, 0);
    }

    function stop() {
      clearInterval(timer);
      timer = 0;
      button.textContent = "▶ Play";
    }

    function play() {
      if (+slider.value === last) show(0);
      button.textContent = "❚❚ Pause";
      timer = setInterval(() => {
        show(+slider.value + 1);
        if (+slider.value === last) stop();
      }, 1000 / speed.value);
    }

    function step(index) {
      stop();
      show(Math.min(Math.max(index, 0), last));
    }

    const toggle = () => timer ? stop() : play();
    button.addEventListener("click", toggle);
    slider.addEventListener("input", () => step(+slider.value));
    speed.addEventListener("change", () => {
      if (!timer) return;
      stop();
      play();
    });
    const stage = figure.querySelector(".stage");
    stage.tabIndex = 0;
    stage.title = "Space plays and pauses, arrows step, Home and End go to the ends";
    stage.addEventListener("click", toggle);
    stage.addEventListener("keydown", event => {
      const now = +slider.value;
      const action = { " ": toggle, ArrowLeft: () => step(now - 1), ArrowRight: () => step(now + 1), Home: () => step(0), End: () => step(last) }[event.key];
      if (!action) return;
      event.preventDefault();
      action();
    });
    stop();
    show(last);
  }

  if (typeof DecompressionStream === "undefined") return;
  for (const figure of document.querySelectorAll("figure.animation")) {
    const data = JSON.parse(figure.querySelector("script").textContent);
    if (data.labels.length < 2) continue;
    unpack(data).then(pixels => build(figure, data, pixels));
  }
})();
