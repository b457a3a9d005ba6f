import type { Certificate, TlsFacts } from '@/lib/smtp/session';

/** Kind, curve and size of its key; empty for evidence from before these were kept. */
export function keyWords({ key }: Certificate): string {
  if (!key) return '';
  return [key.type, key.curve, key.bits === null ? '' : `${key.bits} bits`].filter(Boolean).join(' ');
}

/** What was sent above the certificate, and where it leads; empty for evidence from before this was kept. */
export function chainWords({ chain, isChainComplete }: TlsFacts): string {
  if (chain === undefined) return '';
  const sent =
    chain.length === 0 ? 'nothing above it was sent' : chain.map(({ subject }) => subject).join(' ← ');
  return isChainComplete === false ? `${sent}; it leads to no authority` : sent;
}
