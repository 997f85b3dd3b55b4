// The sentences of a rule file. Every decision looks at one token, so the parser needs no prediction
// at all; precedence and the order of clauses are left to the tree building, which says more kindly
// what is wrong with them.
parser grammar BylawParser;

options {
  tokenVocab = BylawLexer;
  superClass = BoundedParser;
}

file: item* EOF;

placeholder: expression EOF;

item: pack | use | include | rule_ | let | definition | parameter | test | waiver | clause;

pack: PACK packName;

use: USE packName packVersion?;

include: INCLUDE packName packVersion? (EXCEPT packName (COMMA packName)*)?;

// What stands there but is no version is reported by the tree building.
packVersion: OF_VERSION (VERSION | NUMBER | packWord);

// A name or an object that is missing is reported by the tree building, and the rest is read.
rule_: RULE anyWord? string? ruleBody;

ruleBody: LBRACE clause* RBRACE;

clause
  : SEVERITY anyWord # severity
  | FOR subject # for
  | WHEN expression # when
  | (DENY | REQUIRE) expression # verdict
  | MESSAGE string # message
  | FIX fixAction # fix
  | SEE string # see
  | (FAILS | PASSES) string # example
  ;

fixAction
  : REMOVE value (FROM path)? # remove
  | ADD value TO path # add
  | SET path TO value # set
  ;

subject: (ANY RESOURCE | words) narrowing*;

narrowing: (EXCEPT | IN) words;

words: word (COMMA word)*;

let: LET word ASSIGN expression;

definition: DEFINE word FOR subject ASSIGN expression;

parameter: PARAM word COLON typeName (ASSIGN expression)?;

typeName: LIST OF IDENT | IDENT;

test: TEST string testBody;

testBody: LBRACE testClause* RBRACE;

testClause
  : GIVEN FILE? string # given
  | EXPECT packName outcome (AT path)? # expect
  ;

outcome: VIOLATED | PASSED | NOT APPLICABLE | WAIVED;

waiver: WAIVE packName FOR anyWord (object (SLASH object)?)? (CONTAINER object)? waiverClause*;

waiverClause
  : BECAUSE string # because
  | APPROVED BY string # approved
  | UNTIL DATE # until
  ;

object: OBJECT | STRING;

// `a and not any x in list: b` is read as a flat row of operators and operands.
expression: term ((AND | OR) term)*;

term: prefix* (comparison | existence);

prefix
  : NOT # negation
  | (ANY | ALL | NO) word (COMMA word)? IN value (WHERE expression)? COLON # quantifier
  ;

existence: EXISTS anyWord IDENT? (WHERE term)?;

// More than one tail is an error, reported by the tree building; so is `=`.
comparison: value comparisonTail*;

comparisonTail
  : operator value # relation
  | IS NOT? (ABSENT | PRESENT | KNOWN | UNKNOWN) # presence
  ;

operator
  : EQUAL
  | NOT_EQUAL
  | LESS
  | AT_MOST
  | GREATER
  | AT_LEAST
  | ASSIGN
  | SELECTS
  | NOT? (IN | (LIKE | MATCHES | FROM | UNDER) (ANY OF)?)
  | CONTAINS (ANY OF | ALL OF | ONLY)?
  ;

// There is no arithmetic; what stands after its sign is read, to go on after it.
value: primary (DEFAULT primary | ARITHMETIC primary)*;

primary
  : string # text
  | NUMBER # number
  | DATE # date
  | VERSION # version
  | (TRUE | FALSE) # boolean
  | REGEX # regex
  | EXACTLY primary # exactly
  | LPAREN expression RPAREN step* # parenthesized
  | LBRACK item_? (COMMA item_?)* RBRACK # list
  | UNCHECKED word step* # unchecked
  | word (LPAREN expression RPAREN | step*) # wordOrCall
  ;

// A comma may be forgotten; before a parenthesis or a bracket that would be ambiguous.
item_: value unseparated*;

unseparated: path | string | NUMBER | DATE | VERSION | TRUE | FALSE;

path: UNCHECKED? word step*;

step
  : DOT anyWord # field
  | LBRACK expression RBRACK # index
  ;

packName: packWord (SLASH packWord)*;

packWord: anyWord | DIGIT_WORD;

string: STRING | BLOCK;

// What may stand alone in an expression: all but the words that an expression is made of and those
// that say beyond doubt that a clause or a declaration begins.
word
  : IDENT | PACK | USE | INCLUDE | RULE | PARAM | TEST | SEVERITY | MESSAGE | FIX | SEE | RESOURCE | EXCEPT
  | REMOVE | ADD | SET | TO | LIST | OF | GIVEN | FILE | EXPECT | VIOLATED | PASSED | APPLICABLE
  | WAIVED | AT | CONTAINER | BECAUSE | APPROVED | BY | UNTIL | ABSENT | PRESENT | KNOWN | UNKNOWN
  ;

// After a dot, as the name of a rule and in a pack's name nothing is reserved.
anyWord
  : word | LET | DEFINE | WAIVE | FOR | WHEN | DENY | REQUIRE | FAILS | PASSES | AND | OR | NOT | ANY
  | ALL | NO | EXISTS | WHERE | IN | LIKE | MATCHES | FROM | UNDER | CONTAINS | ONLY | SELECTS | IS | DEFAULT
  | EXACTLY | UNCHECKED | TRUE | FALSE
  ;
