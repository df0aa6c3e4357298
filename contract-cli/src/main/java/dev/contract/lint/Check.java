package dev.contract.lint;

/** One kind of thing that is looked for in a file. */
interface Check {
    void check(ContractFile file, Report report);
}
