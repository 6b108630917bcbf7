/** What is used of https://github.com/zenozeng/svgcanvas: a canvas context that makes SVG. */
declare module 'svgcanvas/dist/svgcanvas.esm.js' {
  export const Context: new (size: {
    width: number;
    height: number;
  }) => CanvasRenderingContext2D & {
    getSvg(): SVGSVGElement;
  };
}
