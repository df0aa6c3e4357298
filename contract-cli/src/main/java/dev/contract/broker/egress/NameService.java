package dev.contract.broker.egress;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** Where the addresses of hosts come from. */
@FunctionalInterface
interface NameService {
    NameService SYSTEM = InetAddress::getAllByName;

    InetAddress[] addresses(String host) throws UnknownHostException;
}
