// An engine that reports nothing, of which the comparison must complain.
export const provide = () => {};
export const provideText = () => {};
export const hold = () => {};
export const answer = () => '{"compiles":true,"findings":[],"diagnostics":[]}';
