import gifenc from 'gifenc';

const { GIFEncoder, applyPalette, quantize } = gifenc;

/** Pixels of a screenshot, row by row. */
async function pixelsOf(page, png) {
  const [width, height, base64] = await page.evaluate(
    async (source) => {
      const image = await createImageBitmap(await (await fetch(source)).blob());
      const canvas = new OffscreenCanvas(image.width, image.height);
      const context = canvas.getContext('2d');
      context.drawImage(image, 0, 0);
      const { data } = context.getImageData(0, 0, image.width, image.height);
      // In parts: a call takes only so many arguments.
      let binary = '';
      for (let k = 0; k < data.length; k += 8192)
        binary += String.fromCharCode(...data.subarray(k, k + 8192));
      return [image.width, image.height, btoa(binary)];
    },
    `data:image/png;base64,${png.toString('base64')}`,
  );
  return { width, height, data: new Uint8Array(Buffer.from(base64, 'base64')) };
}

/**
 * The first minute on the start, as an animated GIF: a guess, a review, the rows on their way, why, how.
 * @param page opened on the start, its list live
 * @param reader another page, blank: what is decoded there leaves the first one alone
 */
export async function firstMinute(page, reader) {
  const shots = [];
  const keep = async (milliseconds) => shots.push([await page.screenshot(), milliseconds]);
  const press = (name) => page.getByRole('button', { name }).first().click();

  await keep(2500);
  await page.getByText('Paper Heron').filter({ visible: true }).first().click();
  await keep(1500);
  await press('Use an example');
  await keep(2500);
  await press('Show what changes');
  // The rows glide for a fifth of a second.
  for (let k = 0; k < 4; k++) await keep(90);
  await page.getByText(/^For you/).waitFor();
  await page.waitForTimeout(1500);
  await keep(4000);
  await press('Why?');
  await page.waitForTimeout(1200);
  await keep(4000);
  await press('How?');
  await page.getByTestId('update').waitFor();
  await page.waitForTimeout(2500);
  await keep(4000);

  const gif = GIFEncoder();
  for (const [png, delay] of shots) {
    const { width, height, data } = await pixelsOf(reader, png);
    const palette = quantize(data, 128);
    gif.writeFrame(applyPalette(data, palette), width, height, { palette, delay });
  }
  gif.finish();
  return Buffer.from(gif.bytes());
}
