/** Something of which there is only so much for each key within a time, e.g. checks for an address. */
export interface Quota<Key> {
  /**
   * Takes one for the key, and does with it what it is wanted for. No two take the last one, also while `spend` goes on.
   * Throws the problem of this quota when none is left, with the seconds after which there is one again; `spend` is not called then.
   */
  take(key: Key, spend?: () => Promise<void>): Promise<void>;
}
