import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { expect } from '@playwright/test';
import { type Driver, VIEWPORT } from './driver';

/** Name under which WebDriver hands out elements, by its specification. */
const ELEMENT = 'element-6066-11e4-a52e-4f735466cecf';

type Call = <T>(method: string, path: string, body?: object) => Promise<T>;

/** Asks a WebDriver; throws with what it says is wrong. */
const caller =
  (address: string): Call =>
  async (method, path, body) => {
    const response = await fetch(address + path, { method, body: body ? JSON.stringify(body) : null });
    const { value } = await response.json();
    if (!response.ok) throw new Error(`WebDriver, ${path}: ${value?.error}: ${value?.message}`);
    return value;
  };

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as { port: number };
  server.close();
  await once(server, 'close');
  return port;
}

/** Ends a process with all that it started: `xvfb-run` would leave its screen behind. */
const kill = ({ pid, exitCode }: ChildProcess): void => {
  if (pid === undefined || exitCode !== null) return;
  try {
    process.kill(-pid, 'SIGTERM');
  } catch {
    // It has just ended by itself.
  }
};

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, 'exit');
  kill(child);
  await gone;
}

/** Runs in the page. What was written before is not heard: this protocol has no way to. */
const listen = () => {
  const heard: string[] = [];
  Object.assign(window, { heard });
  const { error } = console;
  console.error = (...words) => {
    heard.push(words.map(String).join(' '));
    error(...words);
  };
  window.addEventListener('error', ({ message }) => {
    // Nothing was thrown: sizes that change while they are told are told again with the next frame.
    if (!message.startsWith('ResizeObserver loop')) heard.push(message);
  });
  window.addEventListener('unhandledrejection', (event) => heard.push(String(event.reason)));
};

/** WebKitGTK’s small browser on a screen that nobody sees, over classic WebDriver. */
export async function launchWebKit(binary: string): Promise<Driver> {
  const port = await freePort();
  const screen = `-screen 0 ${VIEWPORT.width}x${VIEWPORT.height}x24`;
  const child = spawn('xvfb-run', ['-a', '-s', screen, 'WebKitWebDriver', `--port=${port}`], {
    detached: true,
    stdio: 'ignore',
    // Its sandbox does not start as root.
    env: {
      ...process.env,
      ...(process.getuid?.() === 0 && { WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: '1' }),
    },
  });
  process.once('exit', () => kill(child));
  const server = caller(`http://127.0.0.1:${port}`);
  try {
    await expect.poll(() => server('GET', '/status').catch(() => null), { timeout: 60_000 }).not.toBeNull();
    const options = { binary, args: ['--automation'] };
    const { sessionId } = await server<{ sessionId: string }>('POST', '/session', {
      capabilities: { alwaysMatch: { 'webkitgtk:browserOptions': options } },
    });
    const call: Call = (method, path, body) => server(method, `/session/${sessionId}${path}`, body);
    await call('POST', '/window/rect', { x: 0, y: 0, ...VIEWPORT });
    const read: Driver['read'] = (ask, argument) =>
      call('POST', '/execute/sync', { script: `return (${ask})(...arguments)`, args: [argument] });
    const element = async (selector: string): Promise<string> => {
      const found = await call<Record<string, string>>('POST', '/element', {
        using: 'css selector',
        value: selector,
      });
      return `/element/${found[ELEMENT]}`;
    };
    return {
      goto: async (url) => {
        await call('POST', '/url', { url });
        await read(listen, null);
      },
      read,
      click: async (selector) => call('POST', `${await element(selector)}/click`, {}),
      type: async (selector, text) => call('POST', `${await element(selector)}/value`, { text }),
      complaints: () => read(() => (window as unknown as { heard: string[] }).heard, null),
      close: async () => {
        await call('DELETE', '').catch(() => null);
        await end(child);
      },
    };
  } catch (error) {
    await end(child);
    throw error;
  }
}
