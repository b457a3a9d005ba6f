import packet, { type Answer } from 'dns-packet';

const HEADER_BYTES = 12;
/** Type, class, TTL and length, behind the owner. */
const FIXED_BYTES = 10;

/** The data of a record on the wire, without its length; names in lower case, as signatures are made over them. */
export function rdataOf(record: Answer): Buffer {
  const message = packet.encode({ type: 'response', answers: [{ ...record, name: '.' }] });
  return message.subarray(HEADER_BYTES + 1 + FIXED_BYTES);
}

export function wireName(name: string): Buffer {
  const labels = name === '.' ? [] : name.split('.');
  return Buffer.concat([
    ...labels.flatMap((label) => [Buffer.of(label.length), Buffer.from(label)]),
    Buffer.of(0),
  ]);
}

export function typeNumber(type: string): number {
  const question = packet.encode({
    type: 'query',
    questions: [{ name: '.', type: type as packet.RecordType }],
  });
  return question.readUInt16BE(HEADER_BYTES + 1);
}
