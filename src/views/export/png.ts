/** Pixels of the picture for each of the page, so that it is sharp when it is projected or printed. */
const SCALE = 2;

/**
 * An SVG document as a PNG of twice its size.
 * @throws Error, in plain words, when the browser cannot draw it or not that large.
 */
export async function toPng(svg: string): Promise<Blob> {
  const url = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
  try {
    const image = new Image();
    image.src = url;
    await image.decode().catch(() => {
      throw new Error('the browser could not turn the drawing into a picture');
    });
    const canvas = document.createElement('canvas');
    canvas.width = Math.round(SCALE * image.width);
    canvas.height = Math.round(SCALE * image.height);
    canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
    const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
    if (!blob) throw new Error('the picture is larger than the browser can make');
    return blob;
  } finally {
    URL.revokeObjectURL(url);
  }
}
