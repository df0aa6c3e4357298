package dev.contract.samples.springorderservice;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The order service on Spring Boot, as far as it asks others. */
@SpringBootApplication
class SpringOrderService {

    public static void main(String... arguments) {
        SpringApplication.run(SpringOrderService.class, arguments);
    }
}
