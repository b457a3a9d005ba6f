import { readHandedOver } from '@/lib/complaint/mail-reading';
import { bounceOf } from '@/e2e/fixtures/notices';

/** A process of its own: reads the largest message that is taken, and tells how long that took and how much memory. */
const OCTETS = 25 * 1024 * 1024;

const notice = bounceOf({
  address: 'nobody@dest.example',
  host: 'mx1.dest.example',
  hostAddress: '192.0.2.25',
  reply: '550 5.1.1 User unknown',
  status: '5.1.1',
}).replace(/--b1--\s*$/, '');
const line = `${'QUJD'.repeat(18)}\r\n`;
const raw = Buffer.alloc(OCTETS, line);
raw.write(notice);
const from = performance.now();
const { kind } = await readHandedOver(raw);
if (kind !== 'bounce') throw new Error(`it was taken for ${kind}`);
process.send?.({ ms: performance.now() - from, kilobytes: process.resourceUsage().maxRSS });
