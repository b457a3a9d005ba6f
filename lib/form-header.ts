/** Of a form that a page sends itself: it asks where the answer leads, not for the page that is there. */
export const FORM_HEADER = 'x-mxproof-form';
