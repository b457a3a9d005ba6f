/**
 * Whose turn it is to connect to an address: one at a time, first come first served, and a cool-down between the end of a
 * session and the beginning of the next, across all checks. So many at once for one party, and with one network.
 */
export interface Turns {
  /**
   * Resolves when the turn has come, with a function that gives the address back; `onWait` is called once if there is any
   * waiting. Null, at once, when the address has had, or will have by those that wait, as many sessions as it may within an
   * hour. Rejects with the signal's reason when cancelled. `party` is whoever connects, told apart by identity.
   */
  take(address: string, party: object, onWait: () => void, signal: AbortSignal): Promise<(() => void) | null>;
}
