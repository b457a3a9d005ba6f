/** Form of the stored evidence. Raised when the form changes; every form ever written stays readable. */
export const SCHEMA_VERSION = 2;

/** Who judged: raised with every change of a rule or of the verdict. */
export const RULES_VERSION = 26;
