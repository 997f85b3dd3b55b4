// The words of a rule file. What is wrong is a token as well (the last part), so that one place says
// what is wrong with it and the parser goes on as if it had been right.
lexer grammar BylawLexer;

options {
  superClass = ContextualLexer;
}

channels {
  COMMENTS
}

// Declarations
PACK: 'pack';
USE: 'use';
INCLUDE: 'include';
RULE: 'rule';
LET: 'let';
DEFINE: 'define';
PARAM: 'param';
TEST: 'test';
WAIVE: 'waive';

// Clauses of a rule
SEVERITY: 'severity';
FOR: 'for';
WHEN: 'when';
DENY: 'deny';
REQUIRE: 'require';
MESSAGE: 'message';
FIX: 'fix';
SEE: 'see';
FAILS: 'fails';
PASSES: 'passes';

// Words inside clauses
RESOURCE: 'resource';
EXCEPT: 'except';
REMOVE: 'remove';
ADD: 'add';
SET: 'set';
TO: 'to';
LIST: 'list';
OF: 'of';
GIVEN: 'given';
FILE: 'file';
EXPECT: 'expect';
VIOLATED: 'violated';
PASSED: 'passed';
APPLICABLE: 'applicable';
WAIVED: 'waived';
AT: 'at';
CONTAINER: 'container';
BECAUSE: 'because';
APPROVED: 'approved';
BY: 'by';
UNTIL: 'until';

// Words of expressions
AND: 'and';
OR: 'or';
NOT: 'not';
ANY: 'any';
ALL: 'all';
NO: 'no';
EXISTS: 'exists';
WHERE: 'where';
IN: 'in';
LIKE: 'like';
MATCHES: 'matches';
FROM: 'from';
UNDER: 'under';
CONTAINS: 'contains';
ONLY: 'only';
SELECTS: 'selects';
IS: 'is';
ABSENT: 'absent';
PRESENT: 'present';
KNOWN: 'known';
UNKNOWN: 'unknown';
DEFAULT: 'default';
EXACTLY: 'exactly';
UNCHECKED: 'unchecked';
TRUE: 'true';
FALSE: 'false';

// `v1.30`: no path has a step that starts with a digit
VERSION: 'v' DIGIT+ ('.' DIGIT+)+;

IDENT: [A-Za-z_] [A-Za-z0-9_]* HYPHENATED*;
fragment HYPHENATED: '-' [A-Za-z0-9_]+;

DATE: DIGIT DIGIT DIGIT DIGIT '-' DIGIT DIGIT '-' DIGIT DIGIT;
NUMBER: '-'? DIGIT+ ('.' DIGIT+)? ([eE] [+-]? DIGIT+)? UNIT?;
fragment UNIT: [A-Za-z]+ (DIGIT+ ('.' DIGIT+)? [A-Za-z]+)*;
fragment DIGIT: [0-9];

// `01-basics`: a pack is often named after its file
DIGIT_WORD: [0-9] [A-Za-z0-9_]* HYPHENATED+;

STRING: '"' QUOTED* '"';
fragment QUOTED: ~["\\\r\n] | '\\' ~[\r\n];
BLOCK: '"""' BLOCK_PART* '"""';
fragment BLOCK_PART: ~'"' | '"' ~'"' | '""' ~'"';

EQUAL: '==';
NOT_EQUAL: '!=';
AT_MOST: '<=';
AT_LEAST: '>=';
LESS: '<';
GREATER: '>';
ASSIGN: '=';
LBRACE: '{';
RBRACE: '}';
LPAREN: '(';
RPAREN: ')';
LBRACK: '[';
RBRACK: ']';
COMMA: ',';
COLON: ':';
DOT: '.';
OF_VERSION: '@';
SLASH: '/';

DOC: '##' (~[#\r\n] ~[\r\n]*)? -> channel(COMMENTS);
COMMENT: '#' ~[\r\n]* -> channel(COMMENTS);
SPACE: [ \t\r\n]+ -> skip;

// What is wrong
UNTERMINATED_STRING: '"' QUOTED* '\\'?;
UNTERMINATED_BLOCK: '"""' BLOCK_PART* '"'? '"'?;
SINGLE_QUOTED: '\'' ~['\r\n]* '\'';
CURLY_QUOTED: CURLY ~[\r\n\u2018-\u201F\u00AB\u00BB"]* CURLY;
STRAY_QUOTE: '\'' | CURLY;
fragment CURLY: [\u2018-\u201F\u00AB\u00BB];
FOREIGN_OPERATOR: '&&' | '||' | '&' | '|' | '!' | '===' | '!==' | '<>' | '=<' | '=>' | '=~' | '!~';
FOREIGN_COMMENT: '//' ~[\r\n]* | '/*' (~'*' | '*' ~'/')* '*/';
FOREIGN_SPACE: [\u00A0\u1680\u2000-\u200A\u2028\u2029\u202F\u205F\u3000]+;
FOREIGN_WORD: [A-Za-z0-9_-]* FOREIGN_LETTER ([A-Za-z0-9_-] | FOREIGN_LETTER)*;
fragment FOREIGN_LETTER: ~[\u0000-\u00A0\u00AB\u00BB\u1680\u2000-\u200A\u2018-\u201F\u2028\u2029\u202F\u205F\u3000];
ARITHMETIC: [+*-];
STRAY: .;

// Only where a value may begin, see ContextualLexer
mode REGULAR_EXPRESSION;
REGEX: '/' REGEX_PART* '/';
UNTERMINATED_REGEX: '/' REGEX_PART* '\\'?;
fragment REGEX_PART: ~[/\\\r\n] | '\\' ~[\r\n];

// Only where a waiver names a Kubernetes object, see ContextualLexer
mode OBJECT_NAME;
OBJECT: [A-Za-z0-9*] [A-Za-z0-9*._:-]*;
