/** The version of skilltag; a test compares it with package.json, which is not read at run time. */
export const VERSION = "1.0.0";
