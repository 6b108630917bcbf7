import { readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.wasm': 'application/wasm',
};

/** The build on a plain server of files, in a folder of it, as a school has one: it can be stopped, and renewed. */
export class Site {
  private server: Server | null = null;
  private port = 0;
  /** Changes what a file holds, by its path. */
  renew: (path: string, content: string) => string = (_, content) => content;

  constructor(readonly folder: string) {}

  /** @param host what the browser calls this machine */
  address(host = 'localhost'): string {
    return `http://${host}:${this.port}${this.folder}`;
  }

  async start(): Promise<void> {
    this.server = createServer((request, response) => {
      const { pathname } = new URL(request.url ?? '/', 'http://localhost');
      if (!pathname.startsWith(this.folder)) return void response.writeHead(404).end();
      const path = normalize(pathname.slice(this.folder.length) || 'index.html');
      readFile(join('dist', path)).then(
        (bytes) => {
          response.writeHead(200, { 'content-type': TYPES[extname(path)] ?? 'application/octet-stream' });
          const isText = /\.(?:html|js)$/.test(path);
          response.end(isText ? this.renew(path, bytes.toString('utf8')) : bytes);
        },
        () => response.writeHead(404).end(),
      );
    });
    await new Promise<void>((resolve) => this.server?.listen(this.port, resolve));
    this.port = (this.server.address() as AddressInfo).port;
  }

  async stop(): Promise<void> {
    const server = this.server;
    this.server = null;
    if (!server) return;
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
}
