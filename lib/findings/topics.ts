import { bimi } from './bimi';
import { check } from './check';
import { control } from './control';
import { dane } from './dane';
import { dkim } from './dkim';
import { dmarc } from './dmarc';
import { dns } from './dns';
import { dnssec } from './dnssec';
import { domain } from './domain';
import { hosts } from './hosts';
import { mtasts } from './mtasts';
import { mx } from './mx';
import { ns } from './ns';
import { ptr } from './ptr';
import { resolver } from './resolver';
import { smtp } from './smtp';
import { spf } from './spf';
import { tcp } from './tcp';
import { tls } from './tls';
import { tlsrpt } from './tlsrpt';
import { vantage } from './vantage';
import { zone } from './zone';
import type { Topic } from './topic';

/** Every topic, in the order in which findings of one severity stand: our own side is looked at before others are blamed. */
export const TOPICS = {
  vantage,
  domain,
  mx,
  tcp,
  smtp,
  hosts,
  tls,
  control,
  dns,
  ns,
  zone,
  dnssec,
  dane,
  mtasts,
  tlsrpt,
  spf,
  dmarc,
  dkim,
  bimi,
  ptr,
  resolver,
  check,
} satisfies Record<string, Topic>;
