package dev.contract.samples.springuserservice;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The user service on Spring Boot. */
@SpringBootApplication
class SpringUserService {

    public static void main(String... arguments) {
        SpringApplication.run(SpringUserService.class, arguments);
    }
}
