import puppeteer from 'puppeteer-core';
import { type Driver, VIEWPORT } from './driver';

/** Firefox, over WebDriver BiDi. */
export async function launchFirefox(executablePath: string): Promise<Driver> {
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath,
    headless: true,
    defaultViewport: VIEWPORT,
    // With a GPU the page would choose it; the smoke is about WASM.
    extraPrefsFirefox: { 'dom.webgpu.enabled': false },
  });
  const page = await browser.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(String(error)));
  return {
    goto: async (url) => {
      await page.goto(url);
    },
    read: (ask, argument) => page.evaluate(ask as never, argument as never),
    click: (selector) => page.locator(selector).click(),
    type: (selector, text) => page.type(selector, text),
    complaints: async () => complaints,
    close: () => browser.close(),
  };
}
