// An engine that reports nothing, of which the tests must complain.
export const provide = () => {};
export const provideText = () => {};
export const hold = () => {};

const NOTHING = { compiles: true, rules: [], documents: 0, applied: [], unknownKinds: [], findings: [], diagnostics: [] };

export const answer = (request) => (JSON.parse(request).ask === 'check' ? JSON.stringify(NOTHING) : 'null');
