const SURVEY = 'every server of ';
const OURSELVES = 'who we are: ';

/** The purpose of steps that no delivery needs: they compare the servers of a zone with each other. */
export function surveyPurpose(zone: string): string {
  return `${SURVEY}${zone}`;
}

export function isSurvey({ purpose }: { purpose: string }): boolean {
  return purpose.startsWith(SURVEY);
}

/** The purpose of steps about our own names and addresses: what their servers do is no matter of the recipient's. */
export function ownPurpose(purpose: string): string {
  return `${OURSELVES}${purpose}`;
}

export function isAboutUs({ purpose }: { purpose: string }): boolean {
  return purpose.startsWith(OURSELVES);
}
