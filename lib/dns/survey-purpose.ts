const SURVEY = 'every server of ';

/** The purpose of steps that no delivery needs: they compare the servers of a zone with each other. */
export function surveyPurpose(zone: string): string {
  return `${SURVEY}${zone}`;
}

export function isSurvey({ purpose }: { purpose: string }): boolean {
  return purpose.startsWith(SURVEY);
}
