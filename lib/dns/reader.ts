import { type DomainName, exactText, nameOfLabels } from './name';

export type WireProblem =
  | 'wire.ends-early'
  | 'wire.compression'
  | 'wire.name-too-long'
  | 'wire.label-type'
  | 'wire.rdata-length'
  | 'wire.too-many-records';

/** Bytes that are no DNS message; caught where the message is decoded and never seen outside `wire.ts`. */
export class WireError extends Error {
  readonly problem: WireProblem;
  constructor(problem: WireProblem) {
    super(problem);
    this.problem = problem;
  }
}

/** Compression pointers followed for one name; a name of 255 octets has at most 127 labels (RFC 1035 §4.1.4). */
const MAX_POINTERS = 127;

/** Reads a DNS message from the front; throws `WireError` past its end. */
export class Reader {
  offset = 0;
  private readonly bytes: Uint8Array;

  constructor(bytes: Uint8Array) {
    this.bytes = bytes;
  }

  get length(): number {
    return this.bytes.length;
  }

  uint8(): number {
    return this.at(this.offset++);
  }

  uint16(): number {
    return (this.uint8() << 8) | this.uint8();
  }

  uint32(): number {
    return this.uint16() * 0x10000 + this.uint16();
  }

  take(count: number): Uint8Array {
    if (this.offset + count > this.bytes.length) throw new WireError('wire.ends-early');
    const taken = this.bytes.subarray(this.offset, this.offset + count);
    this.offset += count;
    return taken;
  }

  /** A name, following compression pointers, which may only point backwards (RFC 1035 §4.1.4). */
  name(): DomainName {
    return this.labels().name;
  }

  /** A name with its letters as they stand: the next name of an NSEC record is signed so (RFC 6840 §5.1). */
  exactName(): string {
    return exactText(this.labels().labels);
  }

  private labels(): { labels: Uint8Array[]; name: DomainName } {
    const labels: Uint8Array[] = [];
    let at = this.offset;
    let end: number | null = null;
    let lowest = at;
    for (let pointers = 0; ;) {
      const length = this.at(at);
      if (length === 0) {
        this.offset = end ?? at + 1;
        break;
      }
      if ((length & 0xc0) === 0xc0) {
        const target = ((length & 0x3f) << 8) | this.at(at + 1);
        if (target >= lowest || ++pointers > MAX_POINTERS) throw new WireError('wire.compression');
        end ??= at + 2;
        at = lowest = target;
        continue;
      }
      if ((length & 0xc0) !== 0) throw new WireError('wire.label-type');
      if (at + 1 + length > this.bytes.length) throw new WireError('wire.ends-early');
      labels.push(this.bytes.subarray(at + 1, at + 1 + length));
      at += 1 + length;
    }
    const name = nameOfLabels(labels);
    if (!name.ok) throw new WireError('wire.name-too-long');
    return { labels, name: name.value };
  }

  private at(offset: number): number {
    const byte = this.bytes[offset];
    if (byte === undefined) throw new WireError('wire.ends-early');
    return byte;
  }
}
