/**
 * Whose turn it is to connect to an address: one at a time, first come first served, and a cool-down between the end of a
 * session and the beginning of the next, across all checks.
 */
export interface Turns {
  /**
   * Resolves when the turn has come, with a function that gives the address back; `onWait` is called once if there is any
   * waiting. Rejects with the signal's reason when cancelled.
   */
  take(address: string, onWait: () => void, signal: AbortSignal): Promise<() => void>;
}
