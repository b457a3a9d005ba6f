import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { PATIENCE_MS } from '../patience';
import type { Exchange } from './dane-cases';
import { startPostfix } from './postfix-server';
import { RESOLVER } from './resolver';
import type { ServerProcess } from './server-process';

/** Where mail is handed to the Postfix that sends. */
const SENDER = '127.25.21.1';

/** One Postfix that is all of these exchanges, each address with a certificate of its own. */
export function startDaneReceiver(folder: string, exchanges: readonly Exchange[]): Promise<ServerProcess> {
  mkdirSync(folder);
  const listeners = exchanges.flatMap(({ host, listeners: own }) =>
    own.map(({ address, shown }) => {
      const tls = shown === null ? 'none' : `may ${filesOf(folder, address, shown)}`;
      return `${address}:25 inet n - n - - smtpd -o myhostname=${host} -o smtpd_tls_security_level=${tls}`;
    }),
  );
  const main = `virtual_mailbox_domains = ${exchanges.flatMap(({ domains }) => domains).join(' ')}
virtual_mailbox_maps = static:yes`;
  const listens = { address: exchanges[0]?.listeners[0]?.address ?? '', port: 25 };
  return startPostfix(join(folder, 'postfix-dane'), { main, services: listeners.join('\n') }, listens);
}

/** Settings that name files with what an address shows. */
function filesOf(folder: string, address: string, { cert, key }: { cert: string; key: string }): string {
  const [chain, own] = [join(folder, `${address}.pem`), join(folder, `${address}.key`)];
  writeFileSync(chain, cert);
  writeFileSync(own, key, { mode: 0o600 });
  return `-o smtpd_tls_cert_file=${chain} -o smtpd_tls_key_file=${own}`;
}

/** What a Postfix made of a mail. */
export interface SenderVerdict {
  status: 'sent' | 'deferred' | 'bounced';
  /** How it calls the TLS that it came to last; null: none. */
  tls: string | null;
  reason: string;
}

/** A Postfix that sends. */
export interface DaneSender extends ServerProcess {
  /** Hands over a mail for each recipient, and waits until its log tells what came of the first try of each. */
  send(recipients: readonly string[]): Promise<(recipient: string, host: string) => SenderVerdict>;
}

/** A Postfix as its documents tell to have it go by DANE, with a validating resolver; all else as it comes. */
export async function startDaneSender(folder: string): Promise<DaneSender> {
  mkdirSync(folder);
  const own = join(folder, 'postfix-sender');
  const main = `myhostname = sender.dane.test
smtp_tls_security_level = dane
smtp_dns_support_level = dnssec
smtp_host_lookup = dns
smtp_tls_loglevel = 1
default_transport = smtp`;
  const services = `${SENDER}:25 inet n - n - - smtpd\nsmtp unix - - n - - smtp`;
  const listens = { address: SENDER, port: 25 };
  const server = await startPostfix(own, { main, services, resolver: RESOLVER }, listens);
  return {
    ...server,
    async send(recipients) {
      for (const recipient of recipients)
        execFileSync('/usr/sbin/sendmail', ['-C', own, '-f', 'probe@sender.dane.test', recipient], {
          input: `Subject: ${recipient}\n\nA mail.\n`,
          stdio: 'pipe',
        });
      for (const until = Date.now() + PATIENCE_MS; Date.now() < until; await pause(200)) {
        const log = server.output();
        if (recipients.every((recipient) => log.includes(`to=<${recipient}>`)))
          return (recipient, host) => verdictIn(log, recipient, host);
      }
      throw new Error(`no verdict on every mail in:\n${server.output()}`);
    },
  };
}

function verdictIn(log: string, recipient: string, host: string): SenderVerdict {
  const lines = log.split('\n');
  const told = lines.find((line) => line.includes(`to=<${recipient}>`)) ?? '';
  const [, status = '', reason = ''] = / status=(\w+) \((.*)\)$/.exec(told) ?? [];
  const tls = lines.findLast((line) => line.includes(` TLS connection established to ${host}[`));
  return {
    status: status as SenderVerdict['status'],
    tls: / (\w+) TLS /.exec(tls ?? '')?.[1] ?? null,
    reason,
  };
}
