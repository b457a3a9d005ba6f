import type { KeptReceiver, KeptWatch } from '@/lib/store/kept-records';
import { unreachable } from '@/lib/result';
import type { ReceiverStore } from '@/lib/store/receiver-store';
import type { WatchStore } from '@/lib/store/watch-store';
import { bracketed } from '@/lib/target/literal';
import { parseTarget } from '@/lib/target/target';
import { parseRecipient } from '@/lib/target/wire-name';
import { knownIn } from '@/lib/watch/known';
import { NO_ADDRESS } from '@/lib/watch/watch';

/** Receivers as an export has them, in the order in which they were made. */
export async function takeOutReceivers(store: Pick<ReceiverStore, 'receivers'>): Promise<KeptReceiver[]> {
  return (await store.receivers()).sort(byAge).map(({ address, createdAt, ...receiver }) => ({
    ...receiver,
    createdAt: createdAt.toISOString(),
    address: receiver.way === 'mail' ? address : null,
  }));
}

export async function takeOutWatches(store: Pick<WatchStore, 'watches'>): Promise<KeptWatch[]> {
  return (await store.watches())
    .sort(byAge)
    .map(({ id, createdAt, createdBy, kind, target, everyMinutes, receivers }) => ({
      id,
      createdAt: createdAt.toISOString(),
      createdBy,
      kind,
      target,
      everyMinutes,
      receivers: [...receivers].sort(),
    }));
}

function byAge(a: { createdAt: Date; id: string }, b: { createdAt: Date; id: string }): number {
  return a.createdAt.getTime() - b.createdAt.getTime() || (a.id < b.id ? -1 : 1);
}

/** Why it cannot be put in, as the rest of a sentence; null when it can. */
export function faultOfReceiver({ address }: KeptReceiver): string | null {
  return address === null || parseRecipient(address).ok ? null : 'its address is no mail address';
}

export function faultOfWatch(watch: KeptWatch): string | null {
  return domainOf(watch) === null ? 'its target is none that mxproof watches' : null;
}

/** False when it, or another one of its name, is there. What has stayed behind of it is to be typed anew. */
export async function putInReceiver(
  store: Pick<ReceiverStore, 'readReceiver' | 'addReceiver'>,
  { address, createdAt, ...receiver }: KeptReceiver,
): Promise<boolean> {
  if ((await store.readReceiver(receiver.id)) !== null) return false;
  return store.addReceiver({
    ...receiver,
    createdAt: new Date(createdAt),
    address: address ?? NO_ADDRESS,
  });
}

/** Paused: nothing is asked from two places. It tells those that are here. False when it is there, or the same is watched. */
export async function putInWatch(
  store: Pick<WatchStore, 'readWatch' | 'addWatch' | 'receivers'>,
  { createdAt, receivers, ...watch }: KeptWatch,
): Promise<boolean> {
  const domain = domainOf(watch);
  if (domain === null || (await store.readWatch(watch.id)) !== null) return false;
  const here = (await store.receivers()).map(({ id }) => id);
  return store.addWatch({
    ...watch,
    createdAt: new Date(createdAt),
    domain,
    nextAt: null,
    ...knownIn(watch.kind, null),
    since: null,
    blind: 0,
    ownFailure: null,
    lastCheckId: null,
    receivers: receivers.filter((id) => here.includes(id)),
  });
}

/** In whose history it stands; null unless its target is written as a watch writes it. */
function domainOf({ kind, target: text }: Pick<KeptWatch, 'kind' | 'target'>): string | null {
  switch (kind) {
    case 'mail': {
      const target = parseTarget(text);
      return target.ok && (target.value.mailbox ?? target.value.domain) === text ? target.value.domain : null;
    }
    case 'lists': {
      // Whether a name is one of this installation, too, is asked when it is resumed.
      const target = parseTarget(bracketed(text) ?? text);
      return target.ok && (target.value.address ?? target.value.domain) === text ? text : null;
    }
    default:
      return unreachable(kind);
  }
}
