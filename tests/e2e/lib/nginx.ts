/** nginx itself, over a built folder, with the configuration that the build writes and a certificate of its own. */
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { Agent, request as requestHttps, type RequestOptions } from 'node:https';
import { request as requestHttp, type IncomingHttpHeaders } from 'node:http';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { buffer } from 'node:stream/consumers';
import { nginxConfig } from '../../../pipelines/site/nginx.mjs';
import type { Nginx } from '../../lib/nginx.mjs';

export interface Reply {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

export interface RunningNginx {
  /** Over https. */
  readonly url: string;
  /** Sends a path as it is. */
  ask(path: string, options?: RequestOptions): Promise<Reply>;
  /** As `ask`, over plain http. */
  askPlain(path: string): Promise<Reply>;
  close(): Promise<void>;
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer();
    server.listen(0, '127.0.0.1', () => {
      const address = server.address() as { port: number };
      server.close(() => resolve(address.port));
    });
  });
}

/** What Debian's own nginx.conf does for a site, with files where anyone may write. */
const around = (dir: string, site: string, load: string) => `${load}
daemon off; master_process off;
pid ${dir}/pid; error_log stderr;
events {}
http {
  access_log off;
  ${['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((k) => `${k}_temp_path ${dir}/${k};`).join(' ')}
  include ${site};
}
`;

function makeCertificate(openssl: string, dir: string): { certificat: string; cle: string } {
  const [certificat, cle] = [path.join(dir, 'cert.pem'), path.join(dir, 'key.pem')];
  const name = ['-subj', '/CN=localhost', '-addext', 'subjectAltName=DNS:localhost'];
  const made = ['-nodes', '-days', '2', '-keyout', cle, '-out', certificat];
  execFileSync(openssl, ['req', '-x509', '-newkey', 'rsa:2048', ...made, ...name], {
    stdio: 'pipe',
  });
  return { certificat, cle };
}

function send(request: typeof requestHttp, options: RequestOptions): Promise<Reply> {
  return new Promise((resolve, reject) => {
    const sent = request(options, (response) => {
      const { statusCode: status = 0, headers } = response;
      buffer(response).then((body) => resolve({ status, headers, body }), reject);
    });
    sent.on('error', reject).end();
  });
}

/** A server that starts refuses connections until it listens. */
async function untilItAnswers(ask: () => Promise<unknown>, isAlive: () => boolean): Promise<void> {
  while (isAlive()) {
    const answered = await ask().then(
      () => true,
      () => false,
    );
    if (answered) return;
  }
  throw new Error('nginx ended before it answered: see its messages above');
}

/** Starts nginx on free ports; without its module, the line that asks for it is taken away as the file says. */
export async function startNginx(
  { nginx, brotli, openssl }: Nginx,
  racine: string,
  { compressed = true } = {},
): Promise<RunningNginx> {
  const dir = mkdtempSync(path.join(tmpdir(), 'retombees-nginx-'));
  const [http, https] = [await freePort(), await freePort()];
  const keys = makeCertificate(openssl, dir);
  const listen = { http: `127.0.0.1:${http}`, https: `127.0.0.1:${https}` };
  const config = nginxConfig({
    nom: 'localhost',
    racine: path.resolve(racine),
    ...keys,
    ...listen,
  });
  const site = path.join(dir, 'site.conf');
  writeFileSync(site, compressed ? config : config.replace('brotli_static on;', ''));
  const main = path.join(dir, 'nginx.conf');
  writeFileSync(main, around(dir, site, compressed ? `load_module ${brotli};` : ''));
  const child = spawn(nginx, ['-c', main], { stdio: ['ignore', 'inherit', 'inherit'] });
  const ended = once(child, 'exit');
  const agent = new Agent({ keepAlive: true, ca: readFileSync(keys.certificat) });
  const host = { host: '127.0.0.1', servername: 'localhost' };
  const running: RunningNginx = {
    url: `https://localhost:${https}`,
    ask: (path, more = {}) => send(requestHttps, { ...host, port: https, path, agent, ...more }),
    askPlain: (path) => send(requestHttp, { host: '127.0.0.1', port: http, path }),
    async close() {
      agent.destroy();
      child.kill();
      await ended;
      rmSync(dir, { recursive: true });
    },
  };
  await untilItAnswers(
    () => running.ask('/'),
    () => child.exitCode === null,
  );
  return running;
}
