package dev.contract.compare.accept;

/** JSON integers that fit 64 bits, signed or unsigned, as an expression. */
final class Integers {
    private static final String OF_64_BITS =
            "-?0|" + upTo("18446744073709551615") + "|-(?:" + upTo("9223372036854775808") + ")";

    private Integers() {}

    static String of64Bits() {
        return OF_64_BITS;
    }

    /** Numbers from 1 on without leading zeros. */
    private static String upTo(String largest) {
        int length = largest.length();
        StringBuilder regex = new StringBuilder("[1-9]\\d{0," + (length - 2) + "}|").append(largest);
        for (int i = 0; i < length; i++) {
            char digit = largest.charAt(i);
            char least = i == 0 ? '1' : '0';
            if (digit > least) {
                regex.append('|')
                        .append(largest, 0, i)
                        .append('[')
                        .append(least)
                        .append('-')
                        .append((char) (digit - 1))
                        .append(']');
                regex.append("\\d{").append(length - 1 - i).append('}');
            }
        }
        return regex.toString();
    }
}
