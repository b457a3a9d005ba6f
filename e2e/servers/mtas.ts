import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Authority } from '../internet/certificates';
import { type CertificateFiles, makeMtaCertificates } from './mta-certificates';
import { startExim } from './mta-exim';
import { startOpenSmtpd } from './mta-opensmtpd';
import { type MtaName, type MtaPlace, MTAS, placesOf } from './mta-places';
import { startMtaPostfix } from './mta-postfix';
import type { ServerProcess } from './server-process';

interface Kind {
  /** Of the file with the key. */
  keyMode: number;
  start(
    folder: string,
    places: readonly [MtaPlace, ...MtaPlace[]],
    certificateOf: CertificateFiles,
  ): Promise<ServerProcess>;
}

const KINDS: Readonly<Record<MtaName, Kind>> = {
  postfix: { keyMode: 0o600, start: startMtaPostfix },
  // It reads the key as a user of its own.
  exim: { keyMode: 0o644, start: startExim },
  // It starts only when nobody but root may read the key.
  opensmtpd: { keyMode: 0o600, start: startOpenSmtpd },
};

/** Every mail server at each of its places; adds each to `running`. */
export async function startMtas(folder: string, issuer: Authority, running: ServerProcess[]): Promise<void> {
  for (const name of MTAS) {
    const place = join(folder, `mta-${name}`);
    mkdirSync(place);
    const [first, ...others] = placesOf(name);
    if (first === undefined) throw new Error(`no place for ${name}`);
    const places: [MtaPlace, ...MtaPlace[]] = [first, ...others];
    const { keyMode, start } = KINDS[name];
    running.push(await start(place, places, await makeMtaCertificates(place, issuer, places, keyMode)));
  }
}
